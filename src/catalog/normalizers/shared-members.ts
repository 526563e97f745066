import {isRecord} from '../../model/value.ts'
import {exact} from './exact.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * Two records that agree wherever both say something: for parts of which an older state or an older recording shows fewer members.
 * Its caller names the members that must be there by a `key`.
 */
export const sharedMembers: Normalizer = (declared, live, context) => {
  if (!isRecord(declared) || !isRecord(live)) return exact(declared, live, context)
  const shared = Object.keys(declared).filter((key) => said(declared[key]) && said(live[key]))
  return shared.length > 0 && shared.every((key) => sharedMembers(declared[key] ?? null, live[key] ?? null, context))
}

function said(value: unknown): boolean {
  return value !== undefined && value !== null
}
