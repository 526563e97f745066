import type {TagValueReason} from '../../model/finding.ts'
import type {RuleTerms} from '../policy/policy.ts'
import {notAllowed} from './allowed.ts'
import {empty} from './empty.ts'
import {forbidden} from './forbidden.ts'
import {length} from './length.ts'
import {letterCase} from './letter-case.ts'
import {pattern} from './pattern.ts'
import {isBlank, type ValueCheck} from './value-check.ts'

/** Every way in which a value can break a rule, in the order in which they are told: the first one that holds is the reason. */
const valueChecks = {
  forbidden,
  case: letterCase,
  'not-allowed': notAllowed,
  pattern,
  length,
} satisfies Record<Exclude<TagValueReason, 'empty'>, ValueCheck>

/** @returns undefined for a value that complies; where a rule accepts empty values, nothing else is asked of them */
export function breachOfValue(value: string, rule: RuleTerms): TagValueReason | undefined {
  if (isBlank(value)) return empty(value, rule) ? 'empty' : undefined
  const reasons = Object.keys(valueChecks) as (keyof typeof valueChecks)[]
  return reasons.find((reason) => valueChecks[reason](value, rule))
}
