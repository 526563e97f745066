import type {RuleTerms} from '../policy/policy.ts'

/**
 * Whether a value breaks a rule in one way. Pure; one file `tags/rules/<kind>.ts` each, registered in `tags/rules/index.ts`. It is
 * asked for values with some text only, but for `empty` itself.
 */
export type ValueCheck = (value: string, rule: RuleTerms) => boolean

export function isBlank(value: string): boolean {
  return value.trim() === ''
}
