import {findingCodes} from '../../model/finding-codes.ts'
import {findingKinds} from '../../model/kind.ts'

/** A code that stands for its kind. */
const codeOfKind: Readonly<Record<string, string>> = {
  drift: 'drifted',
  tags: 'tag-missing',
  spend: 'accelerator-unowned',
  ignores: 'ignore-unused',
}

const known: ReadonlySet<string> = new Set([...findingCodes, ...findingKinds])

/**
 * Codes of findings that an ignore could have met, by the codes, kinds and attribute paths that it names; undefined stands for any: of an
 * attribute nothing but drift is told, of a tag whatever a policy makes of it, too.
 */
export function soughtCodes(named: readonly string[], paths: readonly string[]): readonly (string | undefined)[] {
  const codes = named.filter((one) => known.has(one)).map((one) => codeOfKind[one] ?? one)
  const attributes = [...named.filter((one) => !known.has(one)), ...paths]
  if (attributes.length === 0) return codes.length === 0 ? [undefined] : codes
  if (codes.length > 0) return codes
  return [attributes.some((path) => /^(?:tags|Tags|\*)/.test(path)) ? undefined : 'drifted']
}

/** The type of a resource, by its address: `module.a["x.y"].aws_subnet.b[0]`. */
export function typeIn(address: string): string | undefined {
  return address
    .replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '')
    .split('.')
    .at(-2)
}
