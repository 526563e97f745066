import {wildcardsOf} from '../../model/wildcard.ts'
import type {RuleTerms} from '../policy/policy.ts'
import type {ValueCheck} from './value-check.ts'

/** A value that is not among the allowed ones. */
export const notAllowed: ValueCheck = (value, rule) => !isAllowed(value, rule)

export function isAllowed(value: string, {values, valueCase}: Pick<RuleTerms, 'values' | 'valueCase'>): boolean {
  if (values === undefined) return true
  const isFolded = valueCase === 'any'
  return wildcardsOf(values, isFolded).match(isFolded ? value.toLowerCase() : value)
}
