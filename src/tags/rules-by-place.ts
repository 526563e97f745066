import type {TagRule} from './policy/policy.ts'
import {mayApplyAt} from './scope.ts'
import type {Tagged} from './tagged.ts'

/** The rules that may concern objects of a type in an account and region, worked out once for each of these. */
export class RulesByPlace {
  readonly #rules: readonly TagRule[]
  readonly #byPlace = new Map<string, readonly TagRule[]>()

  constructor(rules: readonly TagRule[]) {
    this.#rules = rules
  }

  for(tagged: Tagged): readonly TagRule[] {
    const {type, location} = tagged
    const place = `${type}\n${location.account}\n${location.region}`
    const known = this.#byPlace.get(place)
    if (known) return known
    const rules = this.#rules.filter(({scope}) => mayApplyAt(scope, tagged))
    this.#byPlace.set(place, rules)
    return rules
  }
}
