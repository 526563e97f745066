import type {Gap} from '../model/gap.ts'
import {
  historyStandings,
  type FindingLife,
  type History,
  type HistoryScope,
  type HistoryStanding,
} from '../model/history.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {historyError} from './history-error.ts'
import {Lives} from './lives.ts'
import {currentIndex, type CurrentIndex} from './run-index.ts'
import type {RunName} from './run-file.ts'
import {isRun, readRun, readRuns} from './runs.ts'
import type {HistoryStore} from './store.ts'

/** Which part of a history is asked for. */
export interface HistoryQuery {
  /** Id of a scope; default: that of the latest run. */
  readonly scope?: string
  /** Runs from this time on. ISO 8601. */
  readonly from?: string
  /** The newest so many runs. */
  readonly last?: number
}

/**
 * What became of every finding, over the runs of one scope.
 *
 * @param at the time that it is, ISO 8601
 * @throws {TrueupError} `history-empty`, `history-scope-unknown`, `history-not-readable`
 */
export async function readHistory(store: HistoryStore, query: HistoryQuery, at: string): Promise<History> {
  const current = await currentIndex(store)
  const names = ofScope(current, query.scope, store.name)
  const inSpan = spanOf(names, query)
  const since = await startOf(store, names, inSpan.length < names.length ? inSpan[0] : undefined)
  const lives = new Lives(since.at)
  const gaps: Gap[] = []
  for await (const [, run] of readRuns(store, names)) {
    if (isRun(run)) lives.add(run)
    else gaps.push(run)
  }
  const findings = lives.list()
  return {
    at,
    place: store.name,
    scope: scopeOf(names[0]?.scope ?? '', current),
    otherScopes: otherScopes(names[0]?.scope ?? '', current),
    runs: inSpan.flatMap(({file}) => {
      const entry = current.index.runs[file]
      return entry ? [{...entry.brief, version: entry.version}] : []
    }),
    since: since.at,
    findings,
    counts: countsOf(findings),
    cost: costOf(findings),
    gaps,
  }
}

/** The run that standings are told against: the last one before the span that can be read, else the first of all. */
async function startOf(store: HistoryStore, names: readonly RunName[], first: RunName | undefined): Promise<RunName> {
  const before = first ? names.filter(({file}) => file < first.file).toReversed() : []
  for (const name of [...before, ...names]) if (isRun(await readRun(store, name))) return name
  throw historyError('history-empty', store.name, 'holds no run that can be read')
}

function ofScope({names}: CurrentIndex, asked: string | undefined, place: string): readonly RunName[] {
  const scope = asked ?? names.at(-1)?.scope
  if (scope === undefined) throw historyError('history-empty', place, 'holds no run')
  const found = names.filter((name) => name.scope === scope)
  if (found.length > 0) return found
  throw historyError('history-scope-unknown', place, `holds no run of the scope ${scope}`)
}

function spanOf(names: readonly RunName[], {from, last}: HistoryQuery): readonly RunName[] {
  const since = from === undefined ? names : names.filter(({at}) => at >= from)
  return last === undefined ? since : since.slice(-last)
}

function scopeOf(id: string, {index, names}: CurrentIndex): HistoryScope {
  const own = names.filter(({scope}) => scope === id)
  return {id, of: index.scopes[id] ?? {}, runs: own.length, latest: own.at(-1)?.at ?? ''}
}

/** The one that ran last comes first. */
function otherScopes(id: string, current: CurrentIndex): readonly HistoryScope[] {
  const ids = new Set(current.names.map(({scope}) => scope))
  ids.delete(id)
  return [...ids].map((other) => scopeOf(other, current)).toSorted((a, b) => (a.latest < b.latest ? 1 : -1))
}

function countsOf(findings: readonly FindingLife[]): Readonly<Record<HistoryStanding, number>> {
  const counts = Object.fromEntries(historyStandings.map((standing) => [standing, 0])) as Record<
    HistoryStanding,
    number
  >
  for (const {standing} of findings) counts[standing] += 1
  return counts
}

function costOf(findings: readonly FindingLife[]): History['cost'] {
  const sums = new Map<string, Decimal>()
  for (const {cost} of findings) {
    if (cost) sums.set(cost.currency, (sums.get(cost.currency) ?? new Decimal(0)).plus(cost.amount))
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({currency, amount: decimalText(sum)}))
}
