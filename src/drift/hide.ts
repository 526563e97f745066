import type {ObjectFacts} from '../catalog/entry.ts'
import {Sensitive, type Value} from '../model/value.ts'
import type {Difference} from './difference.ts'
import {holdsSecret} from './secrets.ts'

/** A difference in which any side is or holds a secret shows none: the others may well repeat it. */
export function hideSecrets(difference: Difference, facts: ObjectFacts | undefined): Difference {
  const {before, after, configured, path} = difference
  const isSecret = [before, after, configured].some(holdsSecret) || isSecretPath(path, facts?.sensitive ?? [])
  if (!isSecret) return difference
  const hidden = hide(configured)
  return {
    ...difference,
    before: hide(before),
    after: hide(after),
    ...(hidden === undefined ? {} : {configured: hidden}),
  }
}

function hide(value: Value | undefined): Value | undefined {
  return value === undefined || value === null ? value : Sensitive.of(value)
}

/** Whether a path is at, below or above one that the catalogue calls sensitive; `*` is any key. */
function isSecretPath(path: string, patterns: readonly string[]): boolean {
  const keys = path.replaceAll(/\[[^\]]*\]/g, '.*').split('.')
  return patterns.some((pattern) => {
    const parts = pattern.split('.')
    return parts
      .slice(0, keys.length)
      .every((part, index) => part === '*' || keys[index] === '*' || part === keys[index])
  })
}
