import {mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import type {GpuSpend} from '../../src/model/bill-report.ts'
import {silentProgress} from '../../src/model/progress.ts'
import {spendGpu} from '../../src/pipeline/bill-spend.ts'
import type {SyntheticCharge} from './synthetic/charge.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {type BillKind, writeBill} from './synthetic/write-bill.ts'

const charges = syntheticCharges(42, 3)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-metamorphic-'))
})
afterEach(() => rm(folder, {recursive: true}))

async function spendOf(parts: readonly (readonly [string, BillKind, readonly SyntheticCharge[]])[]): Promise<GpuSpend> {
  for (const [name, kind, some] of parts) {
    await mkdir(join(folder, name), {recursive: true})
    await writeBill(some, kind, join(folder, name))
  }
  return spendGpu(
    {bills: parts.map(([name]) => join(folder, name))},
    {
      now: new Date('2026-11-02T00:00:00Z'),
      version: '0.0.0',
      stdin: (async function* () {})(),
      signal: new AbortController().signal,
      progress: silentProgress,
    },
  )
}

/** All but where it was read. */
function figures({total, unblended, buckets, models, rows, period}: GpuSpend): object {
  return {total, unblended, buckets, models, rows, period}
}

test('the order of lines changes nothing', async () => {
  const [one, other] = [
    await spendOf([['a', 'cur.csv', charges]]),
    await spendOf([['b', 'cur.csv', charges.toReversed()]]),
  ]
  expect(figures(other)).toEqual(figures(one))
})

test('nor does how they are spread over files and packed', async () => {
  const whole = await spendOf([['a', 'cur.csv', charges]])
  const [first, second, third] = [0, 1, 2].map((at) => charges.filter((_, index) => index % 3 === at)) as [
    SyntheticCharge[],
    SyntheticCharge[],
    SyntheticCharge[],
  ]
  const spread = await spendOf([
    ['one', 'cur.csv.gz', first],
    ['two', 'cur.parquet', second],
    ['three [1]', 'cur.zip', third],
  ])
  expect(figures(spread)).toEqual(figures(whole))
})

test('a bill and another one are their sum, bucket by bucket', async () => {
  const extra = charges.slice(0, 7).map((charge) => ({...charge, account: '333333333333'}))
  const [alone, both] = [
    await spendOf([['a', 'cur-2.parquet', charges]]),
    await spendOf([['b', 'cur-2.parquet', [...charges, ...extra, ...extra.map(negated)]]]),
  ]
  expect(both.total).toBe(alone.total)
  expect(both.buckets.map(({name, amount}) => [name, amount])).toEqual(
    alone.buckets.map(({name, amount}) => [name, amount]),
  )
})

/** What takes a charge back: a negative line of the same kind. */
function negated(charge: SyntheticCharge): SyntheticCharge {
  return {...charge, unblended: minus(charge.unblended), netUnblended: minus(charge.netUnblended)}
}

function minus(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
