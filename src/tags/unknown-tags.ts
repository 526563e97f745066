import {compareText, subjectName} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import {Unknown} from '../model/value.ts'
import type {Tagged} from './tagged.ts'
import type {RuleOutcome} from './violations.ts'

const examplesShown = 5

interface Entry {
  readonly gap: Omit<Gap, 'hides' | 'detail'>
  readonly cause: Cause
  /** Keys of rules about which nothing can be said. */
  readonly keys: Set<string>
  readonly names: string[]
}

/** Gathers what rules are about and nobody could see, into one gap for each type, place and cause. */
export class UnknownTags {
  readonly #entries = new Map<string, Entry>()
  /** Objects of which a rule can say nothing. */
  count = 0

  /** Whether anything of the object is not knowable. */
  note(tagged: Tagged, outcomes: readonly RuleOutcome[]): boolean {
    if (outcomes.every(({unknown}) => unknown.length === 0)) return false
    const causes = new Map<string, Cause>()
    for (const outcome of outcomes) {
      const cause = outcome.unknown.length === 0 ? undefined : causeOf(tagged, outcome)
      if (cause) this.#entry(tagged, cause).keys.add(outcome.key ?? '*')
      if (cause) causes.set(cause.text, cause)
    }
    if (causes.size > 0) this.count += 1
    for (const cause of causes.values()) this.#entry(tagged, cause).names.push(subjectName(tagged.subject))
    return causes.size > 0
  }

  #entry({type, subject, location}: Tagged, cause: Cause): Entry {
    const what = type ?? subject.objectType ?? 'an object'
    const key = [cause.text, what, location.partition, location.account, location.region].join('\n')
    const known = this.#entries.get(key)
    if (known) return known
    const gap = {reason: 'tags-unknown' as const, type: what, location}
    const entry = {gap, cause, keys: new Set<string>(), names: []}
    this.#entries.set(key, entry)
    return entry
  }

  gaps(): readonly Gap[] {
    return [...this.#entries.keys()].toSorted(compareText).flatMap((key) => {
      const entry = this.#entries.get(key)
      if (!entry) return []
      const examples = entry.names.toSorted(compareText).slice(0, examplesShown)
      return [{...entry.gap, detail: detailOf(entry), hides: {count: entry.names.length, examples}}]
    })
  }
}

/** `whole`: it is about all tags of an object alike. */
interface Cause {
  readonly text: string
  readonly whole: boolean
}

const liveCauses = {
  'tags-not-visible': 'the reader that answered shows no tags of it',
  'taggability-unknown': 'whether AWS can tag this type is not known',
} as const

const ofRecorded = 'Terraform knows its tags only after an apply, or its provider does not record them'
const ofScope = 'whether the rules are about it depends on what is not known'

/** An object that nobody looked at has a gap of its own already, and a side that is seen covers for declared tags that are not. */
function causeOf({live, liveBlind, declared}: Tagged, {unknown, key, applies}: RuleOutcome): Cause | undefined {
  if (unknown.includes('live') && liveBlind !== 'not-looked-at') {
    return {text: liveBlind ? liveCauses[liveBlind] : ofScope, whole: true}
  }
  if (!unknown.includes('declared') || (live && !liveBlind)) return undefined
  const value = key === undefined ? undefined : declared?.tags.get(key)
  const why = value instanceof Unknown ? value : declared?.because
  if (why) return {text: reasonText(why), whole: false}
  return {text: applies === 'unknown' ? ofScope : ofRecorded, whole: true}
}

/** With the reference that made it so: `var.owner: no value is given`. */
function reasonText({reason, reference}: Unknown): string {
  return reference === undefined ? reason : `${reference}: ${reason}`
}

function detailOf({gap: {type}, cause: {text, whole}, keys}: Entry): string {
  if (whole) return `Tags of ${type} could not be judged: ${text}.`
  return `${[...keys].toSorted(compareText).join(', ')} of ${type} is not knowable: ${text}.`
}
