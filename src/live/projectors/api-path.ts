import {parseArn} from '../../model/arn.ts'

/** Names in the path of an API's ARN: `prod` after `stages` in `arn:aws:apigateway:eu-west-1::/apis/a1b2c3/stages/prod`. */
export function nameAfter(arn: string | undefined, word: string): string | undefined {
  const parts = parseArn(arn)?.resource.split('/') ?? []
  const index = parts.indexOf(word)
  return index === -1 ? undefined : parts[index + 1]
}
