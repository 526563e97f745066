import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {Decimal} from '../../src/model/money.ts'
import {spendGpu} from '../../src/pipeline/bill-spend.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'
import {judgedByRules} from './focus-rules.ts'
import {quietSurroundings as surroundings} from './quiet-surroundings.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {writeBill} from './synthetic/write-bill.ts'

const charges = syntheticCharges(20261122, 3)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-focus-'))
})
afterEach(() => rm(folder, {recursive: true}))

async function connected(file: string) {
  const connection = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect()
  const read = `read_csv('${file}', all_varchar = true, header = true)`
  await connection.run(`CREATE TABLE dataset AS SELECT * FROM ${file.endsWith('.parquet') ? `'${file}'` : read}`)
  return connection
}

async function columnsIn(connection: DuckDBConnection): Promise<readonly string[]> {
  const described = await connection.runAndReadAll('DESCRIBE dataset')
  return (described.getRowObjectsJson() as {readonly column_name: string}[]).map((row) => row.column_name)
}

describe.each(['cur.csv', 'cur.parquet', 'cur-2-tags.parquet', 'focus-1.0.csv', 'focus-1.4.csv'] as const)(
  '%s as FOCUS',
  (kind) => {
    test.each(['parquet', 'csv', 'csv.gz'])('costs as the bill does, as %s', async (end) => {
      const file = join(folder, `focus.${end}`)
      const bill = await writeBill(charges, kind, folder)
      const spend = await spendGpu({bills: [bill], focus: [file]}, surroundings)
      const written = await spendGpu({bills: [file]}, surroundings)
      const invoiced = await spendGpu({bills: [file], basis: 'unblended'}, surroundings)
      expect(written.total).toBe(spend.total)
      expect(invoiced.total).toBe(spend.unblended ?? spend.total)
      // What FOCUS tells apart, it still does; discounts and negations are adjustments there.
      const accelerators = (buckets: typeof spend.buckets) => buckets.find(({name}) => name === 'accelerators')?.amount
      expect(accelerators(written.buckets)).toBe(accelerators(spend.buckets))
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    })
  },
)

test('each line says in which bucket it is', async () => {
  const file = join(folder, 'focus.parquet')
  const spend = await spendGpu(
    {bills: [await writeBill(charges, 'cur.csv', folder)], basis: 'net-amortised', focus: [file]},
    surroundings,
  )
  const connection = await connected(file)
  const rows = await connection.runAndReadAll(
    'SELECT x_Bucket AS name, CAST(SUM(EffectiveCost) AS VARCHAR) AS amount FROM dataset GROUP BY ALL ORDER BY name',
  )
  const sums = rows.getRowObjectsJson() as {readonly name: string; readonly amount: string}[]
  expect(Object.fromEntries(sums.map(({name, amount}) => [name, new Decimal(amount).toFixed()]))).toEqual(
    Object.fromEntries(spend.buckets.map(({name, amount}) => [name, amount])),
  )
  connection.closeSync()
})

test('a file that cannot be written is told, and nothing is left of it', async () => {
  const bill = await writeBill(charges, 'cur.csv', folder)
  const request = {bills: [bill], focus: [join(folder, 'absent', 'focus.parquet')]}
  await expect(spendGpu(request, surroundings)).rejects.toMatchObject({code: 'file-not-writable'})
})

/** Rules that are not kept, or that are wrong themselves. */
const excused = [
  // The synthetic bill has lines of usage without a quantity.
  'PricingQuantity-',
  'PricingUnit-',
  'ConsumedQuantity-',
  'ConsumedUnit-',
  // No bill tells the name of the account that pays.
  'BillingAccountName-C-003-C',
  // Checks of the published model that say the reverse of their own text, or list the values of another column.
  'CommitmentDiscountStatus-C-003-C',
  'CommitmentDiscountStatus-C-004-C',
  'CommitmentDiscountStatus-C-005-M',
  // Fees that are not of commitments (a domain, a capacity block) cost what was paid.
  'EffectiveCost-C-005-C',
]

describe.skipIf(!hasSharedData)('by the conformance rules of FOCUS 1.2', () => {
  test.each(['cur.csv', 'cur-2.parquet', 'focus-1.3.csv.gz'] as const)('%s', async (kind) => {
    const file = join(folder, 'out.csv')
    await spendGpu({bills: [await writeBill(charges, kind, folder)], focus: [file]}, surroundings)
    const connection = await connected(file)
    const columns = new Set(await columnsIn(connection))
    const {checked, broken} = await judgedByRules(connection, columns)
    connection.closeSync()
    expect(checked).toBeGreaterThan(80)
    expect(broken.filter((text) => !excused.some((id) => text.startsWith(id)))).toEqual([])
  })

  test('columns are those of the specification, or marked as others', async () => {
    const file = join(folder, 'out.csv')
    await spendGpu({bills: [await writeBill(charges, 'cur.csv', folder)], focus: [file]}, surroundings)
    const known = (await import(join(sharedData, 'focus/focus_1.2_columns.json'), {with: {type: 'json'}})) as {
      default: readonly {readonly id: string; readonly 'Feature level': string}[]
    }
    const connection = await connected(file)
    const columns = await columnsIn(connection)
    connection.closeSync()
    const ids = known.default.map(({id}) => id)
    expect(columns.filter((name) => !ids.includes(name) && !name.startsWith('x_'))).toEqual([])
    const mandatory = known.default.filter((column) => column['Feature level'] === 'Mandatory').map(({id}) => id)
    expect(mandatory.filter((name) => !columns.includes(name))).toEqual([])
  })
})
