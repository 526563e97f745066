import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import SpendGpu from '../../src/commands/spend/gpu.ts'
import {Decimal} from '../../src/model/money.ts'
import {spendGpu} from '../../src/pipeline/bill-spend.ts'
import {runCommand} from '../cli/run-command.ts'
import {quietSurroundings as surroundings} from './quiet-surroundings.ts'
import type {SyntheticCharge} from './synthetic/charge.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {writeBill} from './synthetic/write-bill.ts'

const machine = 'i-00000000000000000'
const base = syntheticCharges(20261122, 3)
const child = base.find(({parent}) => parent !== undefined) as SyntheticCharge
const arn = 'arn:aws:eks:us-east-2:111111111111:pod/serving/default/'

function pod(name: string, used: string, unused: string, more: Partial<SyntheticCharge> = {}): SyntheticCharge {
  return {...child, resource: `${arn}${name}/uid`, split: {used, unused}, tags: {}, ...more}
}

/** Three pods on an accelerated machine, one on another that is none. */
const charges = [
  ...base.filter(({parent}) => parent === undefined),
  pod('llm-1', '10', '1'),
  pod('llm-2', '10', '1'),
  pod('embed', '11', '0', {tags: {Owner: 'search'}}),
  pod('web', '5', '5', {parent: 'i-0000000000000ffff'}),
]
const cost = base
  .filter(
    ({resource, lineType, usageType}) => resource === machine && lineType === 'Usage' && usageType.includes('BoxUsage'),
  )
  .reduce((sum, {answer}) => sum.plus(answer.netAmortised), new Decimal(0))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-containers-'))
})
afterEach(() => rm(folder, {recursive: true}))

test.each(['cur.csv', 'cur.parquet', 'cur-2.parquet'] as const)(
  '%s: what a machine costs is split by what containers used, and nothing is lost',
  async (kind) => {
    const bill = await writeBill(charges, kind, folder)
    const {containers, buckets} = await spendGpu(
      {bills: [bill], basis: 'net-amortised', containers: true},
      surroundings,
    )
    const rows = containers?.rows ?? []
    expect(rows.map(({workload, namespace, cluster}) => [workload, namespace, cluster])).toEqual([
      ['embed', 'default', 'serving'],
      ['llm-1', 'default', 'serving'],
      ['llm-2', 'default', 'serving'],
    ])
    expect(rows.reduce((sum, {amount}) => sum.plus(amount), new Decimal(0)).toFixed()).toBe(cost.toFixed())
    for (const {amount} of rows) expect(new Decimal(amount).minus(cost.div(3)).abs().lessThan('1e-20')).toBe(true)
    expect(containers?.allocated).toBe(cost.toFixed())
    const accelerators = buckets.find(({name}) => name === 'accelerators')?.amount ?? ''
    expect(new Decimal(containers?.allocated ?? 0).plus(containers?.withoutContainers ?? 0).toFixed()).toBe(
      accelerators,
    )
  },
)

test('workloads are told by the tags of AWS, teams by theirs', async () => {
  const tagged = charges.map((charge) =>
    charge.parent === machine ? {...charge, tags: {...charge.tags, Owner: 'ml'}} : charge,
  )
  const bill = await writeBill(tagged, 'cur.csv', folder)
  const {stdout} = await runCommand(SpendGpu, ['--bill', bill, '--containers'])
  expect(stdout).toMatch(/llm-1 +USD [\d.]+ +1 +serving +default +team ml/)
})

test('a bill that does not say what containers cost says so', async () => {
  const bill = await writeBill(charges, 'focus-1.2.parquet', folder)
  const {containers} = await spendGpu({bills: [bill], containers: true}, surroundings)
  expect(containers).toBeUndefined()
})

test('a capacity block that runs into the next month counts on its days', async () => {
  const term = {start: '2026-10-30T12:00:00Z', end: '2026-11-01T12:00:00Z'}
  const blocks = base.map((charge) => (charge.usageType.includes('CapacityBlockFee') ? {...charge, ...term} : charge))
  const fee = blocks
    .filter(({usageType}) => usageType.includes('CapacityBlockFee'))
    .reduce((sum, {answer}) => sum.plus(answer.amortised), new Decimal(0))
  const bill = await writeBill(blocks, 'cur.parquet', folder)
  const {total, totals} = await spendGpu({bills: [bill], basis: 'amortised', totals: ['day', 'month']}, surroundings)
  const [days, months] = (totals ?? []).map(({rows}) =>
    Object.fromEntries(rows.map(({values, amount}) => [values[0], amount])),
  )
  expect(days).toMatchObject({
    '2026-10-30': fee.div(4).toFixed(),
    '2026-10-31': fee.div(2).toFixed(),
    '2026-11-01': fee.div(4).toFixed(),
  })
  expect(months?.['2026-11']).toBe(fee.div(4).toFixed())
  const rows = totals?.[0]?.rows ?? []
  expect(rows.reduce((sum, {amount}) => sum.plus(amount), new Decimal(0)).toFixed()).toBe(total)
  const invoiced = await spendGpu({bills: [bill], basis: 'unblended', totals: ['month']}, surroundings)
  expect(invoiced.totals?.[0]?.rows.map(({values}) => values[0])).toEqual(['2026-10'])
})
