import type {Gap} from '../model/gap.ts'
import type {KeptRun} from '../model/history.ts'
import {DamagedFile, decodeRun, encodeRun, parseRunName, type RunName} from './run-file.ts'
import type {HistoryStore} from './store.ts'

export const runsFolder = 'runs'

/** Names of all kept runs, oldest first; other files are none of ours. */
export async function listRuns(store: HistoryStore): Promise<readonly RunName[]> {
  const files = await store.list(runsFolder)
  return files.flatMap(({name}) => parseRunName(name) ?? []).toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

/** Adds a run; nothing that is there is touched. */
export async function addRun(store: HistoryStore, run: KeptRun): Promise<RunName> {
  const {file, content} = await encodeRun(run)
  const name = parseRunName(file)
  if (!name) throw new TypeError(`a run at ${run.brief.at}`)
  await store.create(`${runsFolder}/${file}`, content)
  return name
}

/** One run, or the gap that its file is. */
export async function readRun(store: HistoryStore, {file}: RunName): Promise<KeptRun | Gap> {
  const content = await store.read(`${runsFolder}/${file}`)
  if (content === undefined) return gapOf(store, file, 'is gone: it was deleted while the history was read')
  try {
    return await decodeRun(file, content)
  } catch (error) {
    if (error instanceof DamagedFile) return gapOf(store, file, error.message)
    throw error
  }
}

export function isRun(read: KeptRun | Gap): read is KeptRun {
  return 'brief' in read
}

const readAtOnce = 8

/** Runs one after the other, a few read ahead: many are too much for memory, and one at a time takes long from a bucket. */
export async function* readRuns(
  store: HistoryStore,
  names: readonly RunName[],
): AsyncGenerator<readonly [RunName, KeptRun | Gap]> {
  for (let at = 0; at < names.length; at += readAtOnce) {
    const some = names.slice(at, at + readAtOnce)
    const read = await Promise.all(some.map(async (name) => [name, await readRun(store, name)] as const))
    yield* read
  }
}

/** The last of the names whose file is whole, with how many were not. */
export async function lastReadable(
  store: HistoryStore,
  names: readonly RunName[],
): Promise<{readonly run?: KeptRun; readonly damaged: number}> {
  let damaged = 0
  for (const name of names.toReversed()) {
    const run = await readRun(store, name)
    if (isRun(run)) return {run, damaged}
    damaged += 1
  }
  return {damaged}
}

function gapOf({name}: HistoryStore, file: string, said: string): Gap {
  return {
    reason: 'unreadable-input',
    detail: `A kept run ${said}: the history goes on without it.`,
    hides: {count: 1, examples: []},
    source: {file: `${name.replace(/\/$/, '')}/${runsFolder}/${file}`},
  }
}
