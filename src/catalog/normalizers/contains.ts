import {isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import type {ComparisonContext, Normalizer} from './normalizer.ts'
import {unordered} from './unordered.ts'

/**
 * A record of which Terraform knows a part: every member that is declared has to be live, what is live besides does not count (the
 * snapshot under a root volume). Lists have as many elements on both sides, in any order. Not symmetric.
 */
export const contains: Normalizer = (declared, live, context) => {
  if (isArray(declared) && isArray(live) && declared.some(isRecord)) return containsEach(declared, live, context)
  if (!isRecord(declared) || !isRecord(live)) return unordered(declared, live, context)
  return Object.entries(declared).every(([name, value]) => {
    const theirs = live[name] ?? null
    return isOff(value) ? value === null || isOff(theirs) : contains(value, theirs, context)
  })
}

/** Each takes the first that will do: who declares less of an element comes last. */
function containsEach(declared: readonly Json[], live: readonly Json[], context: ComparisonContext): boolean {
  if (declared.length !== live.length) return false
  const rest = [...live]
  return declared.every((item) => {
    const at = rest.findIndex((candidate) => contains(item, candidate, context))
    if (at !== -1) rest.splice(at, 1)
    return at !== -1
  })
}

function isOff(value: Json): boolean {
  return isEmpty(value) || value === false
}
