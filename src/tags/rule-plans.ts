import {hasManyKeys, keysOf, soughtKey} from './judge.ts'
import type {TagRule} from './policy/policy.ts'
import {appliesAt, isOfPlaceAndTags} from './scope.ts'
import type {Tagged} from './tagged.ts'
import type {TagView} from './tag-view.ts'
import {countOutcome, keyOutcome, outcomeOf, type RuleOutcome} from './violations.ts'

/**
 * Asks all rules of an object, and works out only once what many objects share. Which rules are about an object, and what they say of
 * its keys, is the same for all that have the same keys in the same place; what they say of a value, for all that have that value too.
 */
export class RulePlans {
  readonly #rules: readonly TagRule[]
  readonly #order: ReadonlyMap<TagRule, number>
  readonly #places = new Map<string, Place>()
  /** Rules that were about an object for certain. */
  readonly used = new Set<TagRule>()

  constructor(rules: readonly TagRule[]) {
    this.#rules = rules
    this.#order = new Map(rules.map((rule, index) => [rule, index]))
  }

  /** What the rules say that are, or may be, about this object; those that have nothing to say may be left out, all but one. */
  outcomes(tagged: Tagged): readonly RuleOutcome[] {
    const place = this.#placeOf(tagged)
    const shape = shapeOf(tagged)
    if (!shape) return this.#asked(place.all, tagged)
    const plan = place.plans.get(shape.name) ?? this.#planFor(place, shape, tagged)
    let found: RuleOutcome[] | undefined
    for (const part of plan.parts) {
      const outcomes = part.outcomes(shape.view, tagged)
      if (outcomes.length > 0) found = [...(found ?? plan.fixed), ...outcomes]
    }
    if (plan.single.length > 0) found = [...(found ?? plan.fixed), ...this.#asked(plan.single, tagged)]
    return found?.sort((a, b) => this.#rank(a) - this.#rank(b)) ?? plan.fixed
  }

  /** The rules that may be about objects of this type in this place. */
  at(tagged: Tagged): readonly TagRule[] {
    return this.#placeOf(tagged).all
  }

  #rank({violations: [first]}: RuleOutcome): number {
    return (first && this.#order.get(first.rule)) ?? -1
  }

  #asked(rules: readonly TagRule[], tagged: Tagged): readonly RuleOutcome[] {
    const outcomes: RuleOutcome[] = []
    for (const rule of rules) {
      const outcome = outcomeOf(rule, tagged)
      if (outcome.applies === 'yes') this.used.add(rule)
      if (outcome.applies !== 'no') outcomes.push(outcome)
    }
    return outcomes
  }

  #placeOf(tagged: Tagged): Place {
    const {type, location} = tagged
    const name = `${type}\n${location.account}\n${location.region}`
    const known = this.#places.get(name)
    if (known) return known
    const here = this.#rules.filter(({scope}) => appliesAt(scope, tagged) !== 'no')
    const isShared = ({scope}: TagRule) => isOfPlaceAndTags(scope) && appliesAt(scope, tagged) === 'yes'
    const [shared, single] = [here.filter(isShared), here.filter((rule) => !isShared(rule))]
    const place = {all: here, shared, single, plans: new Map()}
    this.#places.set(name, place)
    return place
  }

  #planFor(place: Place, {name, view}: Shape, tagged: Tagged): Plan {
    for (const rule of place.shared) if (!rule.scope.tags) this.used.add(rule)
    const plan = planOf(place, {view, tagged}, (rule) => this.used.add(rule))
    place.plans.set(name, plan)
    return plan
  }
}

const nothing: readonly RuleOutcome[] = []

/** The rules that may be about objects of one type, account and region. */
interface Place {
  readonly all: readonly TagRule[]
  /** Those that are about all of them. */
  readonly shared: readonly TagRule[]
  /** Those of which each object has to be asked. */
  readonly single: readonly TagRule[]
  readonly plans: Map<string, Plan>
}

/** What is to be asked of objects with the same keys. */
interface Plan {
  /** What the keys alone decide. */
  readonly fixed: readonly RuleOutcome[]
  readonly parts: readonly ValueQuestions[]
  /** Rules that neither keys nor the value of one of them decide. */
  readonly single: readonly TagRule[]
}

interface Shape {
  readonly name: string
  readonly view: TagView
}

/** @returns undefined where the sides differ, or not all is known: there is nothing to share then */
function shapeOf({declared, live}: Tagged): Shape | undefined {
  const view = declared ?? live
  if (!view || view.rest === 'unknown' || (declared && live && declared !== live)) return undefined
  let name = declared ? (live ? 'both' : 'declared') : 'live'
  for (const [key, value] of view.tags) {
    if (typeof value !== 'string') return undefined
    name += `\n${key}`
  }
  return {name, view}
}

/** Nothing is broken, yet somebody looked. */
const fine: RuleOutcome = {applies: 'yes', violations: [], unknown: []}

type Question = (tagged: Tagged) => RuleOutcome

/** A question, and the keys whose values the answer depends on. */
interface Dependent {
  readonly ask: Question
  readonly keys: ReadonlySet<string>
}

interface Example {
  readonly view: TagView
  readonly tagged: Tagged
}

function planOf({shared, single}: Place, {view, tagged}: Example, isUsed: (rule: TagRule) => void): Plan {
  const fixed: RuleOutcome[] = shared.some(({scope}) => !scope.tags) ? [fine] : []
  const parts = new Map<string, Question[]>()
  const asked: TagRule[] = []
  for (const rule of shared) {
    const questions = questionsOf(rule, view, isUsed)
    if (questions.some(({keys}) => keys.size > 1)) asked.push(rule)
    else {
      for (const {keys, ask} of questions) {
        const [key] = keys
        if (key === undefined) fixed.push(...worthTelling(ask(tagged)))
        else parts.set(key, [...(parts.get(key) ?? []), ask])
      }
    }
  }
  return {
    fixed,
    parts: [...parts].map(([key, questions]) => new ValueQuestions(key, questions)),
    single: [...asked, ...single],
  }
}

/** A rule about many keys is a question for each. */
function questionsOf(rule: TagRule, view: TagView, isUsed: (rule: TagRule) => void): readonly Dependent[] {
  const {scope, presence} = rule
  const wanted = (scope.tags ?? []).map(([key]) => key)
  if (wanted.some((key) => !view.tags.has(key))) return []
  const noting =
    (ask: Question): Question =>
    (tagged) => {
      const outcome = ask(tagged)
      if (!scope.tags || outcome.applies !== 'yes') return outcome
      isUsed(rule)
      return {...outcome, key: rule.key}
    }
  const dependent = (key: string | undefined, ask: Question): Dependent => {
    const own = key === undefined || presence === 'forbidden' ? undefined : soughtKey(rule, key, view)
    return {ask: noting(ask), keys: new Set([...wanted, ...(own === undefined ? [] : [own])])}
  }
  if (!hasManyKeys(rule)) return [dependent(rule.key, (tagged) => outcomeOf(rule, tagged))]
  // Whether such a rule applies by its tags is left to each object: the questions below take it for granted.
  if (scope.tags) {
    return [{ask: noting((tagged) => outcomeOf(rule, tagged)), keys: new Set([...view.tags.keys(), rule.key])}]
  }
  return [
    ...keysOf(rule, [view]).map((key) => dependent(key, (tagged) => keyOutcome(rule, tagged, key))),
    dependent(undefined, (tagged) => countOutcome(rule, tagged)),
  ]
}

/** Of rules that are about all objects of a place, and so give no key, compliance goes without saying. */
function worthTelling(outcome: RuleOutcome): readonly RuleOutcome[] {
  return outcome.applies === 'no' || (outcome.violations.length === 0 && outcome.key === undefined)
    ? nothing
    : [outcome]
}

const remembersAtMost = 10_000

/** What rules say of the value of one key. An account has few different values of most keys. */
class ValueQuestions {
  readonly #key: string
  readonly #questions: readonly Question[]
  readonly #known = new Map<string, readonly RuleOutcome[]>()

  constructor(key: string, questions: readonly Question[]) {
    this.#key = key
    this.#questions = questions
  }

  outcomes(view: TagView, tagged: Tagged): readonly RuleOutcome[] {
    const value = view.tags.get(this.#key) as string
    const known = this.#known.get(value)
    if (known) return known
    const told = this.#questions.flatMap((ask) => worthTelling(ask(tagged)))
    const outcomes = told.length === 0 ? nothing : told
    if (this.#known.size >= remembersAtMost) this.#known.clear()
    this.#known.set(value, outcomes)
    return outcomes
  }
}
