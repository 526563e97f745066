import {compareText} from '../model/finding.ts'
import type {ReaderName, ReadScope} from '../model/live.ts'
import type {ReaderShare} from '../model/report.ts'
import type {LiveIndex} from './live-index.ts'

const examplesShown = 3

/** Who gave how much of the live side, and why it was them. */
export class ReaderTally {
  readonly #counts = new Map<ReaderName, Count>()
  #objects = 0
  #oldest: string | undefined
  #newest: string | undefined

  /** Takes account of what an index holds itself; nothing may be counted twice. */
  add(live: LiveIndex): void {
    this.#objects += live.count
    const {oldest, newest} = live.span
    if (oldest !== undefined && (this.#oldest === undefined || oldest < this.#oldest)) this.#oldest = oldest
    if (newest !== undefined && (this.#newest === undefined || newest > this.#newest)) this.#newest = newest
    for (const {reader, capturedAt} of live.objects()) this.#countOf(reader).note(capturedAt)
    if (live.tagCount > 0) this.#countOf('tagging').objects += live.tagCount
    for (const scope of live.scopes) this.#countOf(scope.reader).explain(scope)
  }

  /** How much there is, and when AWS looked at the oldest and at the newest of it; ISO 8601. */
  all(): {readonly objects: number; readonly oldest?: string; readonly newest?: string} {
    return {
      objects: this.#objects,
      ...(this.#oldest === undefined ? {} : {oldest: this.#oldest}),
      ...(this.#newest === undefined ? {} : {newest: this.#newest}),
    }
  }

  /** The one that gave most comes first. */
  shares(): readonly ReaderShare[] {
    return [...this.#counts]
      .map(([reader, count]) => count.share(reader))
      .toSorted((a, b) => rank(a) - rank(b) || b.objects - a.objects || compareText(a.reader, b.reader))
  }

  #countOf(reader: ReaderName): Count {
    const count = this.#counts.get(reader) ?? new Count()
    this.#counts.set(reader, count)
    return count
  }
}

interface Reason {
  count: number
  examples: readonly string[]
}

/** What one reader gave. */
class Count {
  objects = 0
  #oldest: string | undefined
  #newest: string | undefined
  readonly #types = new Set<string>()
  readonly #reasons = new Map<string, Reason>()

  note(time: string | undefined): void {
    this.objects += 1
    if (time === undefined) return
    if (this.#oldest === undefined || time < this.#oldest) this.#oldest = time
    if (this.#newest === undefined || time > this.#newest) this.#newest = time
  }

  explain({type, location: {account, region}, because}: ReadScope): void {
    this.#types.add(type)
    if (because === undefined) return
    const reason = this.#reasons.get(because) ?? {count: 0, examples: []}
    reason.count += 1
    reason.examples = withExample(reason.examples, `${type} in ${account} ${region}`)
    this.#reasons.set(because, reason)
  }

  share(reader: ReaderName): ReaderShare {
    return {
      reader,
      objects: this.objects,
      types: this.#types.size,
      ...(this.#oldest === undefined ? {} : {oldest: this.#oldest}),
      ...(this.#newest === undefined ? {} : {newest: this.#newest}),
      reasons: [...this.#reasons]
        .map(([because, reason]) => ({because, ...reason}))
        .toSorted((a, b) => b.count - a.count || compareText(a.because, b.because)),
    }
  }
}

/** The first few by text. */
function withExample(examples: readonly string[], place: string): readonly string[] {
  const last = examples[examplesShown - 1]
  if (last !== undefined && compareText(place, last) >= 0) return examples
  return [...examples, place].toSorted(compareText).slice(0, examplesShown)
}

function rank({reader}: ReaderShare): number {
  return reader === 'tagging' ? 1 : 0
}
