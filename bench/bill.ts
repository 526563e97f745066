// The whole untagged report over 20 million charge lines in Parquet, against one plain DuckDB aggregate over the same columns, and how many
// lines of gzipped CSV it takes in a second:
//   node bench/bill.ts [LINES]
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {DuckDBInstance} from '@duckdb/node-api'

import {silentProgress} from '../src/model/progress.ts'
import {spendUntagged} from '../src/pipeline/bill-untagged.ts'
import {billColumns, syntheticLines} from './synthetic-bill.ts'

interface Result {
  readonly ms: number
  /** Of all threads: what a busy machine cannot stretch. */
  readonly cpuMs: number
  readonly peakMb: number
  readonly total?: string
}

const [mode, folder = '', lines = '0'] = process.argv.slice(2)
const files = 4

if (mode === 'prepare') await prepare(Number(lines))
else if (mode === 'plain') await plain()
else if (mode === 'report') await report('parquet')
else if (mode === 'csv') await report('csv')
else compare(Number(mode ?? 20_000_000))

/** Synthetic, by SQL: a fleet of machines with a line an hour each. */
async function prepare(count: number): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run("SET TimeZone = 'UTC'")
  const share = Math.ceil(count / files)
  const names = Array.from({length: files}, (_, at) => `report-0000${at + 1}.snappy.parquet`)
  for (const [at, name] of names.entries()) {
    const select = syntheticLines(at * share, Math.min(count, (at + 1) * share))
    await connection.run(`COPY (${select}) TO '${join(folder, 'parquet', name)}' (FORMAT parquet)`)
  }
  const manifest = {assemblyId: 'synthetic', account: '111111111111', reportName: 'synthetic', reportKeys: names}
  writeFileSync(join(folder, 'parquet', 'report-Manifest.json'), JSON.stringify(manifest))
  const some = syntheticLines(0, Math.ceil(count / 10))
  await connection.run(
    `COPY (${some}) TO '${join(folder, 'csv', 'report.csv.gz')}' (FORMAT csv, HEADER, COMPRESSION gzip)`,
  )
}

/** What anyone would write by hand: sums by all that a report tells apart. */
async function plain(): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {memory_limit: '1GB', preserve_insertion_order: 'false'})
  const connection = await instance.connect()
  const {dimensions, measures} = billColumns
  const start = performance.now()
  const sums = measures.map((column) => `SUM(${column}) AS ${column}`)
  await connection.run(`CREATE TABLE sums AS SELECT ${[...dimensions, ...sums].join(', ')}, COUNT(*) AS lines
    FROM read_parquet('${join(folder, 'parquet', '*.parquet')}') GROUP BY ${dimensions.join(', ')}`)
  tell({ms: performance.now() - start})
}

async function report(kind: 'parquet' | 'csv'): Promise<void> {
  const start = performance.now()
  const request = {bills: [join(folder, kind)], keys: ['Owner', 'CostCenter'], policies: [], states: []}
  const spend = await spendUntagged(request, {
    now: new Date('2026-11-02T00:00:00Z'),
    version: '0.0.0',
    stdin: process.stdin,
    signal: new AbortController().signal,
    progress: silentProgress,
  })
  tell({ms: performance.now() - start, total: spend.total})
}

function tell(result: Omit<Result, 'peakMb' | 'cpuMs'>): void {
  const {user, system} = process.cpuUsage()
  console.log(JSON.stringify({...result, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024}))
}

/** Each in a process of its own: peak memory is the process's. The disk is warm for all alike, since `prepare` has just written it. */
function compare(count: number): void {
  const work = mkdtempSync(join(tmpdir(), 'trueup-bench-bill-'))
  try {
    for (const part of ['parquet', 'csv']) spawnSync('mkdir', [join(work, part)])
    run('prepare', work, String(count))
    const [aggregate, whole, csv] = ['plain', 'report', 'csv'].map((part) => run(part, work)) as [
      Result,
      Result,
      Result,
    ]
    const millions = (count / 1e6).toFixed(1)
    print(`plain aggregate, ${millions} million lines`, aggregate, '')
    print(
      'whole untagged report',
      whole,
      `${(whole.ms / aggregate.ms).toFixed(2)}x, of processor time ${(whole.cpuMs / aggregate.cpuMs).toFixed(2)}x (aim: 2x); memory aim: 2048 MB`,
    )
    const perSecond = Math.round(count / 10 / (csv.ms / 1000))
    print('gzip CSV, a tenth of it', csv, `${perSecond.toLocaleString('en-US')} lines a second`)
  } finally {
    rmSync(work, {recursive: true})
  }
}

function print(name: string, {ms, cpuMs, peakMb}: Result, more: string): void {
  console.log(
    `${name.padEnd(42)} ${ms.toFixed(0).padStart(7)} ms ${cpuMs.toFixed(0).padStart(7)} ms of processors ${peakMb.toFixed(0).padStart(6)} MB  ${more}`,
  )
}

function run(...argv: readonly string[]): Result {
  const {status, stdout, stderr} = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...argv], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${argv[0]} exited with ${status}: ${stderr}`)
  return (stdout === '' ? {ms: 0, cpuMs: 0, peakMb: 0} : JSON.parse(stdout)) as Result
}
