import {openStore} from '../history/open-store.ts'
import {prunable, type Retention} from '../history/prune.ts'
import {readHistory, type HistoryQuery} from '../history/read-history.ts'
import {currentIndex, storeIndex} from '../history/run-index.ts'
import {listRuns, runsFolder} from '../history/runs.ts'
import type {HistoryAccess} from '../history/s3-store.ts'
import {lastTold} from '../history/told.ts'
import type {History} from '../model/history.ts'
import type {Surroundings} from '../model/surroundings.ts'

export interface HistoryPlace {
  readonly place: string
  readonly access: HistoryAccess
}

/** What became of the findings of kept runs. Only reads: an index that is out of date stays so. */
export async function tellHistory(
  {place, access, ...query}: HistoryPlace & HistoryQuery,
  {now, signal, progress}: Surroundings,
): Promise<History> {
  progress.step(`reading ${place}`)
  const store = await openStore(place, access, signal)
  return readHistory(store, query, now.toISOString())
}

export interface Pruned {
  /** Files of runs, oldest first. */
  readonly runs: readonly string[]
  readonly kept: number
  readonly applied: boolean
}

/** Takes old runs out of a history, or tells which. */
export async function pruneHistory(
  {place, access, apply, ...retention}: HistoryPlace & Retention & {readonly apply: boolean},
  {signal, progress}: Surroundings,
): Promise<Pruned> {
  progress.step(`reading ${place}`)
  const store = await openStore(place, access, signal)
  const names = await listRuns(store)
  const old = prunable(names, retention, await lastTold(store, names))
  if (apply) {
    for (const [at, {file}] of old.entries()) {
      await store.remove(`${runsFolder}/${file}`)
      progress.advance(at + 1, old.length)
    }
    const current = await currentIndex(store)
    if (current.isStale) await storeIndex(store, current.index)
  }
  return {runs: old.map(({file}) => file), kept: names.length - old.length, applied: apply && old.length > 0}
}
