import type {JoinedObject} from '../join/joined.ts'
import {compareText} from '../model/finding.ts'
import type {Gap, GapReason} from '../model/gap.ts'

const examplesShown = 5

interface Entry {
  readonly gap: Omit<Gap, 'hides'>
  readonly ids: string[]
}

/** Gathers what could not be priced, counted or attributed: one gap for each reason, cause and place. */
export class SpendGaps {
  readonly #entries = new Map<string, Entry>()

  add(reason: GapReason, {id, type, location}: JoinedObject, detail: string): void {
    const key = [reason, detail, location.partition, location.account, location.region].join('\n')
    const entry = this.#entries.get(key) ?? {gap: {reason, type, location, detail}, ids: []}
    entry.ids.push(id)
    this.#entries.set(key, entry)
  }

  list(): readonly Gap[] {
    const entries = [...this.#entries].toSorted(([a], [b]) => compareText(a, b))
    return entries.map(([, {gap, ids}]) => {
      const examples = ids.toSorted(compareText).slice(0, examplesShown)
      return {...gap, hides: {count: ids.length, examples}}
    })
  }
}
