import {promisify} from 'node:util'
import {gzip} from 'node:zlib'

import type {RunScope} from '../model/history.ts'
import type {RunBrief} from '../model/trend.ts'
import {unpacked, type RunName} from './run-file.ts'
import {isRun, listRuns, readRuns} from './runs.ts'
import type {HistoryStore} from './store.ts'

const indexFile = 'index.json.gz'
const schemaVersion = '1.0'

/** What a trend is drawn from, of one run. */
export interface IndexEntry {
  readonly version: string
  readonly brief: RunBrief
}

/**
 * Figures of all runs in one file. It is a copy: the names of the files tell which runs there are, and what the index lacks is read from
 * them, so that a lost, old or damaged one costs time and nothing else.
 */
export interface RunIndex {
  readonly scopes: Readonly<Record<string, RunScope>>
  /** By file name. */
  readonly runs: Readonly<Record<string, IndexEntry>>
}

const nothing: RunIndex = {scopes: {}, runs: {}}

/** As it should be, and what of it could not be read. */
export interface CurrentIndex {
  readonly index: RunIndex
  readonly names: readonly RunName[]
  /** Files that are damaged. */
  readonly damaged: readonly string[]
  /** Whether the one that is stored says otherwise. */
  readonly isStale: boolean
}

/** The index of what is there, whatever the stored one says. */
export async function currentIndex(store: HistoryStore): Promise<CurrentIndex> {
  const [names, stored] = await Promise.all([listRuns(store), storedIndex(store)])
  const runs: Record<string, IndexEntry> = {}
  const scopes: Record<string, RunScope> = {}
  const lacking: RunName[] = []
  for (const name of names) {
    const entry = stored.runs[name.file]
    const scope = stored.scopes[name.scope]
    if (!entry || !scope) lacking.push(name)
    else [runs[name.file], scopes[name.scope]] = [entry, scope]
  }
  const damaged: string[] = []
  for await (const [{file, scope}, run] of readRuns(store, lacking)) {
    if (isRun(run)) [runs[file], scopes[scope]] = [{version: run.version, brief: run.brief}, run.scope]
    else damaged.push(file)
  }
  const isStale = Object.keys(runs).length !== Object.keys(stored.runs).length || lacking.length > damaged.length
  return {index: sorted({scopes, runs}), names, damaged, isStale}
}

/** Of two that store it at once the later one wins: what it lacks is read again. */
export async function storeIndex(store: HistoryStore, index: RunIndex): Promise<void> {
  await store.replace(indexFile, await promisify(gzip)(JSON.stringify({schemaVersion, ...sorted(index)})))
}

async function storedIndex(store: HistoryStore): Promise<RunIndex> {
  const content = await store.read(indexFile)
  if (!content) return nothing
  try {
    const index = JSON.parse(await unpacked(content)) as RunIndex & {readonly schemaVersion: string}
    return index.schemaVersion === schemaVersion ? {scopes: index.scopes, runs: index.runs} : nothing
  } catch {
    return nothing
  }
}

/** Equal indexes are equal texts. */
function sorted({scopes, runs}: RunIndex): RunIndex {
  return {scopes: byKey(scopes), runs: byKey(runs)}
}

function byKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
