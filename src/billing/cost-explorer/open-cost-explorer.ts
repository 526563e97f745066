import {join} from 'node:path'

import {homeRegion} from '../../aws/home-region.ts'
import {openSession} from '../../aws/session.ts'
import type {NotComputable, PaidFor} from '../../model/bill.ts'
import type {Surroundings} from '../../model/surroundings.ts'
import {linesForTotals} from '../../spend/bill-totals/total-queries.ts'
import {chargeColumns} from '../../spend/charges/charge-line.ts'
import {createSums, selectByKind} from '../../spend/charges/kind-queries.ts'
import {billError} from '../bill-error.ts'
import {openEngine, type Engine} from '../engine.ts'
import type {Bill} from '../open-bill.ts'
import type {BillAccess} from '../s3/access.ts'
import {costRows, monthAfter, type CostRow} from './cost-rows.ts'
import {type Answer, PaidAnswers, priceOf} from './paid-answers.ts'
import {plannedRequests, type CostQuestion} from './plan.ts'

/** What Cost Explorer does not tell, whatever is asked: an answer is by two things at most. */
const cannot: readonly (readonly [string, string])[] = [
  ['spend by account', 'LINKED_ACCOUNT beside SERVICE and USAGE_TYPE'],
  ['hours and cost of each resource', 'resources'],
  ['reservations, savings plans and on-demand apart', 'RECORD_TYPE beside SERVICE and USAGE_TYPE'],
  ['split cost allocation', 'containers'],
  ['fees of Capacity Blocks apart from other fees, and spread over their hours', 'USAGE_TYPE of fees'],
  ['spend by team and by values of tags', 'TAG beside SERVICE and USAGE_TYPE'],
]

/**
 * A bill as Cost Explorer tells it. How many paid requests it takes is told, and agreed to, before the first is made; answers are kept for
 * a day.
 *
 * @throws {TrueupError} `not-confirmed`, `cost-explorer-denied`, `cost-explorer-failed`, `cost-explorer-months`
 */
export async function openCostExplorer(surroundings: Surroundings, access: BillAccess): Promise<Bill> {
  const {now, signal, progress, cacheFolder} = surroundings
  const question = questionOf(access, now)
  const session = await openSession({...access, signal})
  const {CostExplorerClient} = await import('@aws-sdk/client-cost-explorer')
  const client = new CostExplorerClient(session.clientSettings(homeRegion(session.partition) ?? session.region))
  const folder = cacheFolder === undefined ? undefined : join(cacheFolder, 'cost-explorer')
  const answers = new PaidAnswers(client, {folder, account: session.account, now, signal})
  const planned = await Promise.all(
    plannedRequests(question).map(async (request) => ({...request, kept: await answers.kept(request.input)})),
  )
  const missing = planned.filter(({kept}) => kept === undefined).length
  if (missing > 0) await (access.approve ?? refuse)({requests: missing, usd: priceOf(missing)})
  const given: Given[] = []
  for (const {tells, input, kept} of planned) {
    progress.step(`asking Cost Explorer (${given.length + 1} of ${planned.length})`)
    given.push({tells, isKept: kept !== undefined, answer: kept ?? (await answers.ask(input))})
  }
  const paid: PaidFor = {service: 'cost-explorer', requests: answers.paid, usd: priceOf(answers.paid), ...ageOf(given)}
  const engine = await openEngine(signal)
  await loadLines(engine, given, access)
  return billOf(engine, given, paid)
}

interface Given {
  readonly tells: ReturnType<typeof plannedRequests>[number]['tells']
  readonly isKept: boolean
  readonly answer: Answer
}

function refuse({requests, usd}: {readonly requests: number; readonly usd: string}): Promise<void> {
  throw billError('not-approved', `Cost Explorer takes ${requests} paid requests at least, for USD ${usd}`)
}

/** The months that are asked for; without any, the last one that is over. */
function questionOf({months, daily = false, lackingKeys = []}: BillAccess, now: Date): CostQuestion {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
  const asked = (months ?? [last]).toSorted()
  const current = now.toISOString().slice(0, 7)
  const future = asked.find((month) => month > current)
  if (future !== undefined) throw billError('cost-explorer-months', `${future} has not begun`)
  const [first = last] = asked
  return {start: `${first}-01`, end: monthAfter(`${asked.at(-1) ?? first}-01`), daily, keys: lackingKeys}
}

function ageOf(given: readonly Given[]): Pick<PaidFor, 'oldest'> {
  const [oldest] = given.flatMap(({isKept, answer}) => (isKept ? [answer.asked] : [])).toSorted()
  return oldest === undefined ? {} : {oldest}
}

/** The answers as lines of the model, in those months alone that were asked for. */
async function loadLines(engine: Engine, given: readonly Given[], {months}: BillAccess): Promise<void> {
  const rows = [...rowsOf(given, 'usage'), ...rowsOf(given, 'rest')].filter(
    ({start_time: start}) => months?.includes(start.slice(0, 7)) ?? true,
  )
  const names = Object.keys(rows[0] ?? {bill_start: ''}) as (keyof CostRow)[]
  await engine.load(
    'cost_rows',
    names,
    rows.map((row) => names.map((name) => row[name])),
  )
  const fixed: Readonly<Record<string, string>> = {
    format: "'cost-explorer'",
    delivery: '0',
    provider: "'AWS'",
    payer: "''",
  }
  const columns = Object.entries(chargeColumns).map(([name, type]) => {
    const own = names.some((known) => known === name) ? name : (fixed[name] ?? 'NULL')
    return `CAST(${own} AS ${type}) AS ${name}`
  })
  await engine.run(`CREATE OR REPLACE TABLE lines AS SELECT ${columns.join(', ')} FROM cost_rows`)
}

function rowsOf(given: readonly Given[], tells: 'usage' | 'rest'): readonly CostRow[] {
  return given
    .filter((one) => one.tells === tells)
    .flatMap(({answer}) => costRows(answer, tells === 'usage' ? 'usage-type' : 'record-type'))
}

function billOf(engine: Engine, given: readonly Given[], paid: PaidFor): Bill {
  const files = {count: 1, examples: ['cost-explorer']}
  const lines = given.flatMap(({tells, answer}) =>
    typeof tells === 'string' ? answer.results.flatMap(({Groups: groups = []}) => groups) : [],
  ).length
  const needs = (what: string): NotComputable => ({figure: what, needs: ['a Cost and Usage Report'], files})
  const estimated = given.some(({answer}) => answer.results.some((result) => result.Estimated === true))
  return {
    inputs: [{format: 'cost-explorer', files, lines}],
    paid,
    notes: estimated ? ['cost-explorer', 'estimated'] : ['cost-explorer'],
    missing: new Map([['resource_id', needs('resource_id')]]),
    notComputable: cannot.map(([figure, grouping]) => ({figure, needs: [grouping], files: {count: 0, examples: []}})),
    lacking: given.flatMap(({tells, answer}) =>
      typeof tells === 'string' ? [] : [{keys: tells.lacking, rows: costRows(answer, 'usage-type')}],
    ),
    gaps: [],
    skipped: [],
    fileOf: () => 'cost-explorer',
    sum: (scope) => engine.run(createSums(scope)),
    linesOf: (scope, kinds, columns) => engine.rows(selectByKind(scope, kinds, columns)),
    hasTagText: () => Promise.resolve(false),
    forTotals: (scope) => Promise.resolve(linesForTotals(scope)),
    hasLines: false,
    run: (sql) => engine.run(sql),
    rows: (sql) => engine.rows(sql),
    stream: (sql) => engine.stream(sql),
    load: (table, columns, rows) => engine.load(table, columns, rows),
    dropBroken: () => Promise.resolve(false),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}
