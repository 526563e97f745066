import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {costBases} from '../../src/model/bill.ts'
import {silentProgress} from '../../src/model/progress.ts'
import {spendGpu} from '../../src/pipeline/bill-spend.ts'
import {spendUntagged} from '../../src/pipeline/bill-untagged.ts'
import {curAnswers, focusAnswers, untaggedAnswer} from './synthetic/answers.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {billKinds, isFocus, writeBill} from './synthetic/write-bill.ts'

const charges = syntheticCharges(20261001, 6)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-synthetic-'))
})
afterAll(() => rm(folder, {recursive: true}))

const surroundings = {
  now: new Date('2026-11-02T00:00:00Z'),
  version: '0.0.0',
  stdin: (async function* () {})(),
  signal: new AbortController().signal,
  progress: silentProgress,
}

describe.each(billKinds)('%s', (kind) => {
  let bill: string
  beforeAll(async () => {
    bill = await writeBill(charges, kind, folder)
  })

  test.each(costBases)('known answers under %s cost', async (basis) => {
    const spend = await spendGpu({bills: [bill], basis}, surroundings)
    const answers = isFocus(kind) ? focusAnswers(charges, basis) : curAnswers(charges, basis)
    expect(Object.fromEntries(spend.buckets.map(({name, amount}) => [name, amount]))).toEqual(answers.buckets)
    expect({total: spend.total, hours: spend.acceleratorHours}).toEqual({
      total: answers.total,
      hours: answers.acceleratorHours,
    })
    expect(spend.notComputable).toEqual([])
  })

  test('what lacks a tag is the same in every spelling of tags', async () => {
    const request = {bills: [bill], basis: 'net-amortised', keys: ['CostCenter'], policies: [], states: []} as const
    const spend = await spendUntagged(request, surroundings)
    const untagged = spend.buckets.find(({name}) => name === 'untagged')?.amount
    expect(untagged).toBe(untaggedAnswer(charges, 'CostCenter', isFocus(kind)))
    expect(spend.keys[0]?.amount).toBe(untagged)
  })
})
