import type {TagBreach} from '../model/finding.ts'
import {judge, judgeCount, keysOf, type Breach, type Verdict} from './judge.ts'
import type {TagRule} from './policy/policy.ts'
import {appliesTo, type Applies} from './scope.ts'
import type {Tagged} from './tagged.ts'
import type {TagView} from './tag-view.ts'

/** A rule broken by an object, told once: where Terraform declares it wrong, mending that mends AWS too. */
export interface Violation {
  readonly rule: TagRule
  readonly breach: Breach
  readonly on: TagBreach['on']
  readonly otherSide: NonNullable<TagBreach['otherSide']>
}

/** What one rule says of one object. */
export interface RuleOutcome {
  readonly violations: readonly Violation[]
  /** Whether the rule is about this object at all. */
  readonly applies: Applies
  /** Sides of which the rule can say nothing, since their tags are not known. */
  readonly unknown: ReadonlySet<TagBreach['on']>
}

type Sided = Readonly<Partial<Record<TagBreach['on'], Verdict>>>

export function outcomeOf(rule: TagRule, tagged: Tagged): RuleOutcome {
  const {declared, live} = tagged
  const declaredApplies = declared && appliesTo(rule.scope, tagged, declared)
  const liveApplies = live && appliesTo(rule.scope, tagged, live)
  const verdicts = questionsOf(rule, tagged).map((ask): Sided => {
    const ofDeclared = declared && verdictWithin(declaredApplies, () => ask(declared))
    const ofLive = live && verdictWithin(liveApplies, () => ask(live))
    return {...(ofDeclared && {declared: ofDeclared}), ...(ofLive && {live: ofLive})}
  })
  return {
    violations: verdicts.flatMap((sides) => violationOf(rule, sides)),
    applies: anyOf([declaredApplies, liveApplies]),
    unknown: new Set(verdicts.flatMap((sides) => [...unknownSides(sides)])),
  }
}

type Question = (view: TagView) => Verdict | undefined

function questionsOf(rule: TagRule, {declared, live}: Tagged): readonly Question[] {
  const views = [declared, live].filter((view) => view !== undefined)
  const ofKeys = keysOf(rule, views).map(
    (key): Question =>
      (view) =>
        judge(rule, key, view),
  )
  return rule.maxKeys === undefined ? ofKeys : [...ofKeys, (view) => judgeCount(rule, view)]
}

function verdictWithin(applies: Applies | undefined, ask: () => Verdict | undefined): Verdict | undefined {
  if (applies === 'yes') return ask()
  return applies === 'unknown' ? {is: 'unknown'} : undefined
}

function anyOf(answers: readonly (Applies | undefined)[]): Applies {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

function violationOf(rule: TagRule, {declared, live}: Sided): readonly Violation[] {
  if (declared?.is === 'broken') {
    return [{rule, breach: declared.breach, on: 'declared', otherSide: compared(declared.breach, live)}]
  }
  if (live?.is !== 'broken') return []
  return [{rule, breach: live.breach, on: 'live', otherSide: declared?.is ?? 'none'}]
}

function compared(breach: Breach, other: Verdict | undefined): Violation['otherSide'] {
  if (other?.is !== 'broken') return other?.is ?? 'none'
  return JSON.stringify(other.breach) === JSON.stringify(breach) ? 'same' : 'wrong'
}

function* unknownSides({declared, live}: Sided): Generator<TagBreach['on']> {
  if (declared?.is === 'unknown') yield 'declared'
  if (live?.is === 'unknown') yield 'live'
}
