import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {TrinoSQL} from 'dt-sql-parser'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {costBases} from '../../../src/model/bill.ts'
import {spendGpu} from '../../../src/pipeline/bill-spend.ts'
import {spendUnit} from '../../../src/pipeline/bill-unit.ts'
import {spendUntagged} from '../../../src/pipeline/bill-untagged.ts'
import {quietSurroundings as surroundings} from '../../bills/quiet-surroundings.ts'
import {amountsBy, curAnswers, focusAnswers, untaggedAnswer} from '../../bills/synthetic/answers.ts'
import {syntheticCharges} from '../../bills/synthetic/charges.ts'
import {type BillKind, isFocus, writeBill} from '../../bills/synthetic/write-bill.ts'
import {type FakeAthena, type FakeOptions, startFakeAthena} from './fake-athena.ts'

const charges = syntheticCharges(20261122, 3)
const table = 'athena://primary/billing/cur'
let folder: string
let fake: FakeAthena | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-athena-'))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDATHENA')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await fake?.[Symbol.asyncDispose]()
  fake = undefined
  await rm(folder, {recursive: true})
})

async function athena(kind: BillKind, options: Omit<FakeOptions, 'bill'> = {}): Promise<FakeAthena> {
  fake = await startFakeAthena({...options, bill: await writeBill(charges, kind, folder)})
  vi.stubEnv('AWS_ENDPOINT_URL', fake.url)
  return fake
}

/** What a grammar of Trino says of statements; nothing where they are ones. */
function faults(statements: readonly string[]): readonly string[] {
  const parser = new TrinoSQL()
  return statements.flatMap((sql) => parser.validate(sql).map(({message}) => `${message} in ${sql}`))
}

test('the grammar of Trino refuses what is written for DuckDB alone', () => {
  expect(faults(['SELECT * REPLACE (1 AS x) FROM lines'])).not.toEqual([])
  expect(faults(['SELECT a FROM b GROUP BY 1'])).toEqual([])
})

describe.each([
  'cur.parquet',
  'cur-2.parquet',
  'cur-2-tags.parquet',
  'cur-2-columns.csv',
  'focus-1.0.csv',
  'focus-1.2.parquet',
] as const)('%s in Athena', (kind) => {
  test.each(costBases)('has the known answers under %s cost', async (basis) => {
    const {statements} = await athena(kind)
    const spend = await spendGpu({bills: [table], basis, totals: ['day', 'account,tag:CostCenter']}, surroundings)
    const answers = isFocus(kind) ? focusAnswers(charges, basis) : curAnswers(charges, basis)
    expect(Object.fromEntries(spend.buckets.map(({name, amount}) => [name, amount]))).toEqual(answers.buckets)
    expect({total: spend.total, hours: spend.acceleratorHours}).toEqual({
      total: answers.total,
      hours: answers.acceleratorHours,
    })
    const byDay = spend.totals?.[0]?.rows.map(({values, amount}) => [values[0], amount])
    expect(Object.fromEntries(byDay ?? [])).toEqual(
      amountsBy(charges, basis, isFocus(kind), ({start}) => start.slice(0, 10)),
    )
    expect(faults(statements)).toEqual([])
  })

  test('is the same as from its file, untagged and by cause', async () => {
    const {statements} = await athena(kind)
    const request = {
      basis: 'net-amortised',
      keys: ['CostCenter', 'NoSuchKey'],
      policies: [],
      states: [],
      totals: ['cause', 'team,model'],
      showback: true,
    } as const
    const remote = await spendUntagged({...request, bills: [table]}, surroundings)
    const local = await spendUntagged({...request, bills: [join(folder, kind)]}, surroundings)
    expect({...remote, inputs: [], paid: undefined}).toEqual({...local, inputs: [], paid: undefined})
    expect(remote.keys[0]?.amount).toBe(untaggedAnswer(charges, 'CostCenter', isFocus(kind)))
    expect(faults(statements)).toEqual([])
    expect(remote.paid).toMatchObject({service: 'athena', requests: statements.length})
  })
})

test('only rows are asked for: nothing is made or changed', async () => {
  const {statements} = await athena('cur.parquet')
  await spendUntagged(
    {bills: [table], keys: ['Owner', 'NoSuchKey'], policies: [], states: [], totals: ['team']},
    surroundings,
  )
  expect(statements.length).toBeGreaterThan(3)
  expect(statements.filter((sql) => !/^WITH lines AS \(SELECT [^;]*$/.test(sql))).toEqual([])
})

test('containers and terms are the same', async () => {
  const {statements} = await athena('cur-2.parquet')
  const request = {basis: 'amortised', containers: true, totals: ['day,model']} as const
  const remote = await spendGpu({...request, bills: [table]}, surroundings)
  const local = await spendGpu({...request, bills: [join(folder, 'cur-2.parquet')]}, surroundings)
  expect(remote.containers).toEqual(local.containers)
  expect(remote.containers?.rows).toHaveLength(1)
  expect(remote.totals).toEqual(local.totals)
  expect(faults(statements)).toEqual([])
})

test('customers cost the same', async () => {
  const {statements} = await athena('cur-2.parquet')
  const usage = {file: 'usage.csv', text: 'customer,units\n111111111111,1\n222222222222,2\n'}
  const request = {usage, by: 'account', split: 'proportional', sharedValues: [], sharedBuckets: ['tax']} as const
  const remote = await spendUnit({...request, bills: [table]}, surroundings)
  const local = await spendUnit({...request, bills: [join(folder, 'cur-2.parquet')]}, surroundings)
  expect(remote.rows).toEqual(local.rows)
  expect(remote.unallocated).toEqual(local.unallocated)
  expect(faults(statements)).toEqual([])
})

test('results that Athena keeps itself are read page by page', async () => {
  const {calls} = await athena('cur.parquet', {workgroup: {ManagedQueryResultsConfiguration: {Enabled: true}}, page: 7})
  const spend = await spendGpu({bills: [table], basis: 'net-amortised'}, surroundings)
  expect(spend.total).toBe(curAnswers(charges, 'net-amortised').total)
  expect(calls.filter((call) => call === 'GetQueryResults').length).toBeGreaterThan(3)
  expect(calls.some((call) => call.startsWith('GET'))).toBe(false)
})

test('a query that is running is waited for', async () => {
  const {calls, statements} = await athena('cur.parquet', {running: 2})
  const spend = await spendGpu({bills: [table], basis: 'net-amortised'}, surroundings)
  expect(spend.total).toBe(curAnswers(charges, 'net-amortised').total)
  expect(calls.filter((call) => call === 'GetQueryExecution')).toHaveLength(3 * statements.length)
})

test('only the partitions of the months are scanned', async () => {
  const {statements} = await athena('cur-2.parquet')
  const {total} = await spendGpu({bills: [table], months: ['2026-10'], access: {months: ['2026-10']}}, surroundings)
  expect(total).toBe(curAnswers(charges, 'net-amortised').total)
  const none = await spendGpu({bills: [table], months: ['2026-09'], access: {months: ['2026-09']}}, surroundings)
  expect(none.total).toBe('0')
  expect(statements.every((sql) => !sql.includes(' "billing_period"'))).toBe(true)
})

test.each([
  [['billing_period'], `"billing_period" IN ('2026-09', '2026-10')`],
  [['year', 'month'], `(("year" = '2026' AND "month" IN ('09', '9')) OR ("year" = '2026' AND "month" IN ('10')))`],
  [['account'], undefined],
])('partitions by %j', async (keys, expected) => {
  const {partitionsOf} = await import('../../../src/billing/athena/athena-sql.ts')
  expect(partitionsOf(['2026-09', '2026-10'], keys)).toBe(expected)
})

test('what it scanned is told, and what that costs', async () => {
  await athena('cur.parquet')
  const {paid} = await spendGpu({bills: [table]}, surroundings)
  // Two queries of 124 megabytes, rounded up, at USD 5 a terabyte.
  expect(paid).toEqual({service: 'athena', requests: 2, bytes: 246_913_578, usd: '0.00124'})
})

test('before a query, it is told what the query may scan', async () => {
  await athena('cur.parquet', {
    workgroup: {ResultConfiguration: {OutputLocation: 's3://r/'}, BytesScannedCutoffPerQuery: 10 * 1024 ** 3},
  })
  const steps: string[] = []
  const progress = {...surroundings.progress, step: (text: string) => steps.push(text)}
  await spendGpu({bills: [table]}, {...surroundings, progress})
  expect(steps).toContain('asking Athena: query 1 over all partitions of cur, of 10.0 GiB at most, USD 5 a terabyte')
})

test.each([
  ['athena-limit', {State: 'CANCELLED', StateChangeReason: 'Query cancelled! : Bytes scanned limit was exceeded'}],
  ['athena-denied', {State: 'FAILED', StateChangeReason: 'Access denied when writing to location: s3://results/'}],
  ['athena-failed', {State: 'FAILED', AthenaError: {ErrorMessage: 'HIVE_BAD_DATA: Field is not a double'}}],
])('a query that ends in %s', async (code, status) => {
  await athena('cur.parquet', {status})
  await expect(spendGpu({bills: [table]}, surroundings)).rejects.toMatchObject({
    code,
    message: expect.stringContaining('q-1'),
  })
})

test('a workgroup without a place for results needs one', async () => {
  await athena('cur.parquet', {workgroup: {EnforceWorkGroupConfiguration: false}})
  await expect(spendGpu({bills: [table]}, surroundings)).rejects.toMatchObject({code: 'athena-no-output'})
  const {total} = await spendGpu({bills: [table], access: {athenaOutput: 's3://results/mine/'}}, surroundings)
  expect(total).toBe(curAnswers(charges, 'net-amortised').total)
})

test('a workgroup that may not be looked at is asked all the same', async () => {
  await athena('cur.parquet', {workgroup: 'denied'})
  const {total} = await spendGpu({bills: [table]}, surroundings)
  expect(total).toBe(curAnswers(charges, 'net-amortised').total)
})

test.each([
  ['athena://primary', 'athena-place-invalid'],
  ['athena://primary/billing', 'athena-place-invalid'],
  ['athena:///billing/cur', 'athena-place-invalid'],
])('%s is no table', async (bill, code) => {
  await expect(spendGpu({bills: [bill]}, surroundings)).rejects.toMatchObject({code})
})

test('one run asks one engine, and writes no lines that it does not have', async () => {
  await athena('cur.parquet')
  await expect(spendGpu({bills: [table, 'cur/']}, surroundings)).rejects.toMatchObject({code: 'bill-engines-mixed'})
  await expect(spendGpu({bills: [table], focus: [join(folder, 'f.csv')]}, surroundings)).rejects.toMatchObject({
    code: 'bill-lines-elsewhere',
  })
})
