import type {TagRule} from './policy/policy.ts'
import {ofType} from './scope.ts'
import type {Tagged} from './tagged.ts'

/** The rules that may concern a type, worked out once a type: scopes of many rules, each with wildcards, add up. */
export class RulesByType {
  readonly #rules: readonly TagRule[]
  readonly #byType = new Map<string | undefined, readonly TagRule[]>()

  constructor(rules: readonly TagRule[]) {
    this.#rules = rules
  }

  for({type}: Pick<Tagged, 'type'>): readonly TagRule[] {
    const known = this.#byType.get(type)
    if (known) return known
    const rules = this.#rules.filter(({scope}) => ofType(scope, {type}) !== 'no')
    this.#byType.set(type, rules)
    return rules
  }
}
