/**
 * An instance type within a usage type or a description, by the naming of AWS
 * (https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html): family up to the dot, then the size. RE2 and JavaScript
 * read it alike.
 */
const token = String.raw`((?:ml\.)?[a-z]+[0-9][a-z0-9]*(?:-[a-z0-9]+)*\.(?:nano|micro|small|medium|large|[0-9]*xlarge|metal(?:-[0-9]+xl)?))`

/** For DuckDB's `regexp_extract(text, pattern, 1)`. */
export const machinePattern = String.raw`(?:^|[^a-z0-9.])${token}(?:[^a-z0-9]|$)`

const inText = new RegExp(machinePattern)

/** @returns `p5.48xlarge` or `ml.g5.xlarge`; undefined where the text names no machine */
export function machineIn(text: string): string | undefined {
  return inText.exec(text)?.[1]
}
