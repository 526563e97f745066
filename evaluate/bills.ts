import {globSync} from 'node:fs'
import {join, relative} from 'node:path'

import {DuckDBInstance} from '@duckdb/node-api'
import {Decimal} from 'decimal.js'

import {TrueupError} from '../src/errors.ts'
import {openBill, type Bill} from '../src/billing/open-bill.ts'
import {costBases, type CostBasis} from '../src/model/bill.ts'
import type {GpuSpend} from '../src/model/bill-report.ts'
import {silentProgress} from '../src/model/progress.ts'
import {gpuSpendOf} from '../src/pipeline/bill-spend.ts'

export interface BillOutcome {
  readonly file: string
  /** Why it was not summed: it is no bill of a format that is read. */
  readonly refused?: string
  /** What does not add up. */
  readonly wrong: readonly string[]
  readonly lines: number
}

/** Every bill below a folder, each alone: its buckets sum to its total, and unblended to what its own column of costs sums to. */
export async function evaluateBills(folder: string): Promise<readonly BillOutcome[]> {
  const files = globSync('**/*.{csv,csv.gz,zip,parquet}', {cwd: folder}).toSorted()
  const outcomes: BillOutcome[] = []
  for (const file of files) outcomes.push(await outcomeOf(join(folder, file), relative(folder, join(folder, file))))
  return outcomes
}

async function outcomeOf(path: string, file: string): Promise<BillOutcome> {
  const wrong: string[] = []
  try {
    await using bill = await openBill([path], surroundings)
    for (const basis of [undefined, ...costBases]) wrong.push(...(await wrongUnder(basis, bill, path)))
    return {file, wrong, lines: bill.inputs.reduce((sum, {lines}) => sum + lines, 0)}
  } catch (error) {
    if (!(error instanceof TrueupError) || error.fault === 'bug') return {file, wrong: [String(error)], lines: 0}
    return {file, refused: `${error.code}: ${error.message}`, wrong, lines: 0}
  }
}

/** A basis that the bill cannot answer is no fault; without any, it is refused. */
async function wrongUnder(basis: CostBasis | undefined, bill: Bill, path: string): Promise<readonly string[]> {
  try {
    const spend = await gpuSpendOf(bill, {...surroundings, ...(basis && {basis})})
    return [...sumsWrong(spend), ...(basis === 'unblended' ? await differsFromColumn(path, spend) : [])]
  } catch (error) {
    if (basis !== undefined && error instanceof TrueupError && error.code === 'bill-basis') return []
    throw error
  }
}

const surroundings = {
  now: new Date('2026-11-22T00:00:00Z'),
  version: '0.0.0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: silentProgress,
}

function sumsWrong({basis, total, buckets, rows}: GpuSpend): readonly string[] {
  const sum = sumOf(buckets)
  const off = buckets.flatMap(({name, amount}) => {
    const own = rows.filter((row) => row.bucket === name)
    return own.length === 0 || name === 'marketplace' || sumOf(own) === amount
      ? []
      : [`${basis}: rows of ${name} sum to ${sumOf(own)}, not ${amount}`]
  })
  return [...(sum === total ? [] : [`${basis}: buckets sum to ${sum}, total ${total}`]), ...off]
}

function sumOf(amounts: readonly {readonly amount: string}[]): string {
  return amounts.reduce((total, {amount}) => total.plus(amount), new Decimal(0)).toFixed()
}

/** The same sum by other means: every amount as text, added up one by one. */
async function differsFromColumn(path: string, {total, gaps}: GpuSpend): Promise<readonly string[]> {
  if (path.endsWith('.zip') || gaps.some(({detail}) => detail.includes('no cost'))) return []
  const connection = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect()
  const from = path.endsWith('.parquet')
    ? `read_parquet('${path}')`
    : `read_csv('${path}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`
  const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`)).getRowObjectsJson()
  const column = columns
    .flatMap(({column_name: name}) => (typeof name === 'string' ? [name] : []))
    .find((name) => costColumn.test(name))
  if (column === undefined) return [`no column of costs in ${path}`]
  const rows = (
    await connection.runAndReadAll(`SELECT CAST("${column}" AS VARCHAR) AS cost FROM ${from}`)
  ).getRowsJson()
  connection.closeSync()
  const precise = Decimal.clone({precision: 100})
  const sum = rows.reduce((all, [cost]) => all.plus(typeof cost === 'string' && cost !== '' ? cost : 0), new precise(0))
  return sum.equals(total) ? [] : [`unblended: total ${total}, but ${column} sums to ${sum.toFixed()}`]
}

const costColumn = /^(?:lineItem\/UnblendedCost|line_item_unblended_cost|BilledCost)$/i
