import {isAllowed} from './allowed.ts'
import type {ValueCheck} from './value-check.ts'

/** A value that would do, were it not for upper and lower case: `Prod` where `prod` is allowed. */
export const letterCase: ValueCheck = (value, rule) => {
  if (rule.valueCase === 'lower') return value !== value.toLowerCase()
  if (rule.valueCase === 'upper') return value !== value.toUpperCase()
  return rule.valueCase === 'exact' && !isAllowed(value, rule) && isAllowed(value, {...rule, valueCase: 'any'})
}
