import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {costBases} from '../../src/model/bill.ts'
import {Decimal, placesOf} from '../../src/model/money.ts'
import type {SpendTotals} from '../../src/model/spend-totals.ts'
import {spendGpu} from '../../src/pipeline/bill-spend.ts'
import {spendUntagged} from '../../src/pipeline/bill-untagged.ts'
import {quietSurroundings as surroundings} from './quiet-surroundings.ts'
import {amountsBy} from './synthetic/answers.ts'
import type {SyntheticCharge} from './synthetic/charge.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {billKinds, isFocus, writeBill} from './synthetic/write-bill.ts'

const charges = syntheticCharges(20261122, 4)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-totals-'))
})
afterAll(() => rm(folder, {recursive: true}))

function sum(amounts: readonly (string | undefined)[]): string {
  return amounts.reduce((all, amount) => all.plus(amount ?? 0), new Decimal(0)).toFixed()
}

function byValue({rows}: SpendTotals): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({values, amount}) => [values.join('|'), amount]))
}

const told: Readonly<Record<string, (charge: SyntheticCharge) => string>> = {
  day: ({start}) => start.slice(0, 10),
  account: ({account}) => account,
  product: ({product}) => product,
  'tag:CostCenter': ({tags}) => tags?.['CostCenter'] ?? '',
  'account,tag:CostCenter': ({account, tags}) => `${account}|${tags?.['CostCenter'] ?? ''}`,
}

describe.each(billKinds)('%s', (kind) => {
  let bill: string
  beforeAll(async () => {
    bill = await writeBill(charges, kind, folder)
  })

  test.each(costBases)('totals under %s cost are the known ones', async (basis) => {
    const spend = await spendGpu({bills: [bill], basis, totals: Object.keys(told)}, surroundings)
    for (const [at, of] of Object.values(told).entries()) {
      const totals = spend.totals?.[at]
      expect(totals && byValue(totals)).toEqual(amountsBy(charges, basis, isFocus(kind), of))
    }
  })

  test('whatever tells them apart, they are the bill, and rounded they are the rounded bill', async () => {
    const totals = ['day', 'month', 'region', 'bucket', 'model', 'team', 'cause', 'day,team,model', 'tag:NoSuchKey']
    const request = {bills: [bill], keys: ['CostCenter', 'Owner'], policies: [], states: [], totals, showback: true}
    const spend = await spendUntagged(request, surroundings)
    const untagged = spend.buckets.find(({name}) => name === 'untagged')?.amount
    for (const {rows} of spend.totals ?? []) {
      expect(sum(rows.map(({amount}) => amount))).toBe(spend.total)
      expect(sum(rows.map(({unblended}) => unblended))).toBe(spend.unblended ?? spend.total)
      expect(sum(rows.map((row) => row.untagged))).toBe(untagged)
      expect(new Decimal(sum(rows.map(({rounded}) => rounded))).toFixed(2)).toBe(
        new Decimal(spend.total).toFixed(2, Decimal.ROUND_HALF_EVEN),
      )
    }
    expect(spend.totals).toHaveLength(totals.length)
    const payers = spend.showback?.rows ?? []
    expect(sum(payers.map(({amount}) => amount))).toBe(spend.total)
    expect(sum(payers.map(({invoiced}) => invoiced))).toBe(spend.unblended ?? spend.total)
    expect(payers.some((row) => row.kind === 'allocated' && row.shared !== '0')).toBe(true)
  })

  test('by cause they are what the keys say', async () => {
    const request = {bills: [bill], keys: ['CostCenter'], policies: [], states: [], totals: ['cause']}
    const {keys, totals} = await spendUntagged(request, surroundings)
    const causes = Object.fromEntries((keys[0]?.causes ?? []).map(({cause, amount}) => [cause, amount]))
    const {'': rest, tagged, ...lacking} = totals?.[0] ? byValue(totals[0]) : {}
    expect(lacking).toEqual(causes)
    expect([rest, tagged]).not.toContain(undefined)
  })
})

test('hours of devices are told by what totals are told by', async () => {
  const bill = await writeBill(charges, 'cur.csv', folder)
  const spend = await spendGpu({bills: [bill], totals: ['model', 'account']}, surroundings)
  for (const {rows} of spend.totals ?? []) {
    expect(sum(rows.map(({acceleratorHours}) => acceleratorHours))).toBe(spend.acceleratorHours)
  }
  const h100 = spend.totals?.[0]?.rows.find(({values}) => values[0] === 'NVIDIA H100')
  expect(h100?.acceleratorHours).toBe(spend.models.find(({model}) => model === 'NVIDIA H100')?.acceleratorHours)
})

test.each(['dya', 'day,day', 'tag:', ''])('nothing is summed by %j', async (totals) => {
  await expect(spendGpu({bills: ['x'], totals: [totals]}, surroundings)).rejects.toMatchObject({code: 'totals-invalid'})
})

test('yen have no places', () => {
  expect(['USD', 'JPY', 'KWD', undefined, 'no currency'].map(placesOf)).toEqual([2, 0, 3, 2, 2])
})
