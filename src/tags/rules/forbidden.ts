import {matchesWildcard} from '../policy/wildcard.ts'
import type {ValueCheck} from './value-check.ts'

/** Placeholders, however they are written: `TODO`, ` n/a `. */
export const forbidden: ValueCheck = (value, rule) => {
  const plain = value.trim().toLowerCase()
  return rule.forbidden.some((entry) => matchesWildcard(entry.toLowerCase(), plain))
}
