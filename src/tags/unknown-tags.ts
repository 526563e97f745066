import {compareText, subjectName, type TagSide} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {PartialLocation} from '../model/location.ts'
import type {Tagged} from './tagged.ts'
import type {RuleOutcome} from './violations.ts'

const examplesShown = 5

interface Entry {
  readonly gap: Omit<Gap, 'hides'>
  readonly names: string[]
}

/** Gathers what rules are about and nobody could see, into one gap for each type, place and cause. */
export class UnknownTags {
  readonly #entries = new Map<string, Entry>()

  note(tagged: Tagged, outcomes: readonly RuleOutcome[]): void {
    const unknown = outcomes.flatMap((outcome) => outcome.unknown)
    const cause = unknown.length === 0 ? undefined : causeOf(tagged, new Set(unknown))
    if (cause === undefined) return
    const type = tagged.type ?? tagged.subject.objectType
    const {location} = tagged
    const key = [cause, type, location.partition, location.account, location.region].join('\n')
    const known = this.#entries.get(key) ?? {gap: gapOf(cause, type, location), names: []}
    known.names.push(subjectName(tagged.subject))
    this.#entries.set(key, known)
  }

  gaps(): readonly Gap[] {
    return [...this.#entries.keys()].toSorted(compareText).flatMap((key) => {
      const entry = this.#entries.get(key)
      if (!entry) return []
      const examples = entry.names.toSorted(compareText).slice(0, examplesShown)
      return [{...entry.gap, hides: {count: entry.names.length, examples}}]
    })
  }
}

const liveCauses = {
  'tags-not-visible': 'the reader that answered shows no tags of it',
  'taggability-unknown': 'whether AWS can tag this type is not known',
} as const

/** An object that nobody looked at has a gap of its own already, and a side that is seen covers for declared tags that are not. */
function causeOf({live, liveBlind}: Tagged, unknown: ReadonlySet<TagSide>): string | undefined {
  if (unknown.has('live') && liveBlind !== 'not-looked-at') {
    return liveBlind ? liveCauses[liveBlind] : 'whether the rules are about it depends on what is not known'
  }
  if (!unknown.has('declared') || (live && !liveBlind)) return undefined
  return 'Terraform knows its tags only after an apply, or its provider does not record them'
}

function gapOf(cause: string, type: string | undefined, location: PartialLocation): Omit<Gap, 'hides'> {
  const what = type ?? 'an object'
  return {
    reason: 'tags-unknown',
    ...(type !== undefined && {type}),
    location,
    detail: `Tags of ${what} could not be judged: ${cause}.`,
  }
}
