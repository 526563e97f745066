import {keptRunOf} from '../history/kept-run.ts'
import {openStore} from '../history/open-store.ts'
import {prunable} from '../history/prune.ts'
import {scopeId, type RunName} from '../history/run-file.ts'
import {currentIndex, storeIndex} from '../history/run-index.ts'
import {addRun, lastReadable, listRuns, runsFolder} from '../history/runs.ts'
import type {HistoryAccess} from '../history/s3-store.ts'
import type {HistoryStore} from '../history/store.ts'
import {lastTold} from '../history/told.ts'
import {trendUpTo} from '../history/trend.ts'
import {Walk, type SeenRun} from '../history/walk.ts'
import type {KeptRun, RunScope} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {Trend} from '../model/trend.ts'
import type {Names} from '../select/ignore/ignore.ts'
import {ignoredWhole, type IgnoreSources} from './selected.ts'

export type {HistoryAccess}

export interface KeepRequest {
  /** A folder, or `s3://BUCKET/PREFIX`. */
  readonly place: string
  readonly access: HistoryAccess
  /** What the run was asked to look at. */
  readonly scope: RunScope
  /** What is not to be told, and then is not gone. */
  readonly ignores?: IgnoreSources
  /** Runs of this scope that stay; default: all. */
  readonly keepLast?: number
}

/** A run that lies in the history. */
export interface KeptHere {
  readonly store: HistoryStore
  readonly name: RunName
  readonly run: KeptRun
  /** With the runs of the same scope before it, this one last. */
  readonly trend: Trend
}

/**
 * Keeps a finished report in the history. What earlier runs of the same scope found, and this one could not have seen, is carried along.
 *
 * @throws {TrueupError} `history-...`
 */
export async function keepRun(
  report: Report,
  {place, access, scope: asked, keepLast, ignores}: KeepRequest,
  {now, signal, progress}: Surroundings,
): Promise<KeptHere> {
  progress.step(`keeping the run in ${place}`)
  const store = await openStore(place, access, signal)
  const scope = scopeOf(asked, report)
  const seen = keptRunOf(report, scope)
  const id = scopeId(scope)
  const earlier = (await listRuns(store)).filter((name) => name.scope === id && name.at < report.generatedAt)
  const {run: before} = await lastReadable(store, earlier)
  const run = before ? after(before, seen, ignores && ignoredWhole(ignores, now)) : {...seen, carried: []}
  const name = await addRun(store, run)
  if (keepLast !== undefined) await dropOld(store, name, keepLast)
  const current = await currentIndex(store)
  if (current.isStale) await storeIndex(store, current.index)
  return {store, name, run, trend: trendUpTo(current, name)}
}

/** Whose AWS was read, where flags leave that to the credentials: the same flags mean another account tomorrow. */
function scopeOf(asked: RunScope, {inputs: {live}}: Report): RunScope {
  const leftToCredentials = ['account', 'organization', 'organizational-unit', 'snapshot'].every((flag) => !asked[flag])
  return live.kind === 'aws' && leftToCredentials ? {...asked, aws: [live.name]} : asked
}

/** A run with what it knows of the findings of earlier ones: those that it could not have seen, and those that nobody is to be told of. */
function after(before: KeptRun, seen: SeenRun, isIgnored: (names: Names) => boolean = () => false): KeptRun {
  const walk = Walk.after(before)
  const whole = [...walk.open().values()].filter(({type, objectType, address}) =>
    isIgnored({types: [type, objectType], ...(address !== undefined && {address})}),
  )
  const ignored = [...(seen.ignored ?? []), ...whole.map(({fingerprint}) => fingerprint)]
  const run = {...seen, ...(ignored.length > 0 && {ignored})}
  walk.step(run)
  return {...run, carried: walk.carried(run)}
}

async function dropOld(store: HistoryStore, {scope}: RunName, last: number): Promise<void> {
  const own = (await listRuns(store)).filter((name) => name.scope === scope)
  for (const {file} of prunable(own, {last}, await lastTold(store, own))) await store.remove(`${runsFolder}/${file}`)
}
