import {isEmpty, isRecord, type Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'
import {unordered} from './unordered.ts'

/**
 * A record of which Terraform knows a part: every member that is declared has to be live, what is live besides does not count (the
 * snapshot under a root volume). Not symmetric.
 */
export const contains: Normalizer = (declared, live, context) => {
  if (!isRecord(declared) || !isRecord(live)) return unordered(declared, live, context)
  return Object.entries(declared).every(([name, value]) => {
    const theirs = live[name] ?? null
    return isOff(value) ? value === null || isOff(theirs) : contains(value, theirs, context)
  })
}

function isOff(value: Json): boolean {
  return isEmpty(value) || value === false
}
