import type {TagBreach, TagSide} from '../model/finding.ts'
import {hasManyKeys, judge, judgeCount, keysOf, type Breach, type Verdict} from './judge.ts'
import type {TagRule} from './policy/policy.ts'
import {appliesTo, type Applies} from './scope.ts'
import type {Tagged} from './tagged.ts'
import type {TagView} from './tag-view.ts'

/** A rule broken by an object, told once: where Terraform declares it wrong, mending that mends AWS too. */
export interface Violation {
  readonly rule: TagRule
  readonly breach: Breach
  readonly on: TagSide
  readonly otherSide: NonNullable<TagBreach['otherSide']>
}

/** What one rule says of one object. */
export interface RuleOutcome {
  /** Whether the rule is about this object at all. */
  readonly applies: Applies
  readonly violations: readonly Violation[]
  /** Sides of which the rule can say nothing, since their tags are not known. */
  readonly unknown: readonly TagSide[]
  /** The key of the rule; absent where there is nothing to say. */
  readonly key?: string
}

/** A side of which a rule is to judge, or may have to. */
interface Side {
  readonly view: TagView
  readonly applies: 'yes' | 'unknown'
}

interface Sides {
  readonly declared: Side | undefined
  readonly live: Side | undefined
}

/** By far the most frequent outcomes are shared: a scan asks many rules of many objects, and mostly there is nothing to say. */
const elsewhere: RuleOutcome = {applies: 'no', violations: [], unknown: []}
const compliant: RuleOutcome = {applies: 'yes', violations: [], unknown: []}

export function outcomeOf(rule: TagRule, tagged: Tagged): RuleOutcome {
  const sides = sidesOf(rule, tagged)
  if (!sides.declared && !sides.live) return elsewhere
  if (!hasManyKeys(rule)) return outcomeFor(rule, sides, (view) => judge(rule, rule.key, view))
  const views = [sides.declared, sides.live].flatMap((side) => side?.view ?? [])
  const ofKeys = keysOf(rule, views).map((key) => outcomeFor(rule, sides, (view) => judge(rule, key, view)))
  const outcomes = [...ofKeys, outcomeFor(rule, sides, (view) => judgeCount(rule, view))]
  return {
    applies: appliesOf(sides),
    violations: outcomes.flatMap(({violations}) => violations),
    unknown: outcomes.flatMap(({unknown}) => unknown),
    key: rule.key,
  }
}

/** What a rule about many keys says of one of them. */
export function keyOutcome(rule: TagRule, tagged: Tagged, key: string): RuleOutcome {
  return outcomeFor(rule, sidesOf(rule, tagged), (view) => judge(rule, key, view))
}

/** What a rule about many keys says of how many there are. */
export function countOutcome(rule: TagRule, tagged: Tagged): RuleOutcome {
  return outcomeFor(rule, sidesOf(rule, tagged), (view) => judgeCount(rule, view))
}

/** Equal tags on both sides are one view, of which all is asked once. */
function sidesOf(rule: TagRule, tagged: Tagged): Sides {
  const declared = sideOf(rule, tagged, tagged.declared)
  return {declared, live: tagged.live === tagged.declared ? declared : sideOf(rule, tagged, tagged.live)}
}

function sideOf(rule: TagRule, tagged: Tagged, view: TagView | undefined): Side | undefined {
  if (!view) return undefined
  const applies = appliesTo(rule.scope, tagged, view)
  return applies === 'no' ? undefined : {view, applies}
}

function appliesOf({declared, live}: Sides): Applies {
  return declared?.applies === 'yes' || live?.applies === 'yes' ? 'yes' : 'unknown'
}

type Question = (view: TagView) => Verdict

function outcomeFor(rule: TagRule, sides: Sides, ask: Question): RuleOutcome {
  const declared = verdictOn(sides.declared, ask)
  const live = sides.live === sides.declared ? declared : verdictOn(sides.live, ask)
  if (isFine(declared) && isFine(live)) return compliant
  const violation = violationOf(rule, declared, live)
  return {
    applies: appliesOf(sides),
    violations: violation ? [violation] : [],
    unknown: [...unknownOn('declared', declared), ...unknownOn('live', live)],
    key: rule.key,
  }
}

function verdictOn(side: Side | undefined, ask: Question): Verdict | undefined {
  return side?.applies === 'unknown' ? {is: 'unknown'} : side && ask(side.view)
}

function isFine(verdict: Verdict | undefined): boolean {
  return verdict === undefined || verdict.is === 'right'
}

function unknownOn(side: TagSide, verdict: Verdict | undefined): readonly TagSide[] {
  return verdict?.is === 'unknown' ? [side] : []
}

function violationOf(rule: TagRule, declared: Verdict | undefined, live: Verdict | undefined): Violation | undefined {
  if (declared?.is === 'broken') {
    return {rule, breach: declared.breach, on: 'declared', otherSide: compared(declared.breach, live)}
  }
  if (live?.is !== 'broken') return undefined
  return {rule, breach: live.breach, on: 'live', otherSide: declared?.is ?? 'none'}
}

function compared(breach: Breach, other: Verdict | undefined): Violation['otherSide'] {
  if (other?.is !== 'broken') return other?.is ?? 'none'
  return JSON.stringify(other.breach) === JSON.stringify(breach) ? 'same' : 'wrong'
}
