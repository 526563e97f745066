import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Decimal} from 'decimal.js'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import SpendGpu from '../../../src/commands/spend/gpu.ts'
import {costBases} from '../../../src/model/bill.ts'
import {spendGpu} from '../../../src/pipeline/bill-spend.ts'
import {spendUnit} from '../../../src/pipeline/bill-unit.ts'
import {spendUntagged} from '../../../src/pipeline/bill-untagged.ts'
import {quietSurroundings} from '../../bills/quiet-surroundings.ts'
import {amountsBy, curAnswers} from '../../bills/synthetic/answers.ts'
import {syntheticCharges} from '../../bills/synthetic/charges.ts'
import {runCommand} from '../../cli/run-command.ts'
import {type FakeCostExplorer, startFakeCostExplorer} from './fake-cost-explorer.ts'

const charges = syntheticCharges(20261122, 30)
let folder: string
let fake: FakeCostExplorer
let approved: {readonly requests: number; readonly usd: string}[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-cost-explorer-'))
  fake = await startFakeCostExplorer(charges)
  approved = []
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ENDPOINT_URL', fake.url)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDCOSTS')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await fake[Symbol.asyncDispose]()
  await rm(folder, {recursive: true})
})

function surroundings(now = '2026-11-02T00:00:00Z') {
  return {...quietSurroundings, now: new Date(now), cacheFolder: folder}
}

const access = {
  approve: (paid: {readonly requests: number; readonly usd: string}) => {
    approved.push(paid)
    return Promise.resolve()
  },
}
const bills = ['cost-explorer']

/** Fees that tell no usage type: of a capacity block, and of a domain. */
const blockFee = charges
  .filter(({usageType}) => usageType.includes('CapacityBlockFee'))
  .reduce((sum, {answer}) => sum.plus(answer.netAmortised), new Decimal(0))

test.each(costBases)('the known answers under %s cost, but for fees that name no usage type', async (basis) => {
  const spend = await spendGpu({bills, basis, access, totals: ['month', 'bucket', 'model,region']}, surroundings())
  const {total, buckets} = curAnswers(charges, basis)
  const moved = (name: string, by: Decimal) => new Decimal(buckets[name] ?? 0).plus(by).toFixed()
  expect(Object.fromEntries(spend.buckets.map(({name, amount}) => [name, amount]))).toEqual({
    ...buckets,
    accelerators: moved('accelerators', blockFee.negated()),
    'other-fees': moved('other-fees', blockFee),
  })
  expect(spend.total).toBe(total)
})

test('hours are those of the bill', async () => {
  const spend = await spendGpu({bills, access}, surroundings())
  expect(spend.acceleratorHours).toBe(curAnswers(charges, 'net-amortised').acceleratorHours)
  expect(new Set(spend.rows.filter(({role}) => role === 'machine').map(({purchase}) => purchase))).toEqual(
    new Set(['unknown', 'spot']),
  )
})

test('day by day, where that is asked for', async () => {
  const spend = await spendGpu({bills, access: {...access, daily: true}, totals: ['day']}, surroundings())
  const byDay = spend.totals?.[0]?.rows.map(({values, amount}) => [values[0], amount])
  const answers = amountsBy(charges, 'net-amortised', false, ({start}) => start.slice(0, 10))
  expect(Object.fromEntries(byDay ?? [])).toEqual(answers)
  expect(Object.keys(answers).length).toBeGreaterThan(1)
})

const taggable = new Set(['accelerators', 'idle-reservations', 'unknown-accelerators'])

function untagged(isLacking: (tags: Readonly<Record<string, string>>) => boolean): string {
  const lacking = charges.filter(
    ({tags, answer, lineType}) => lineType !== 'Fee' && taggable.has(answer.bucket) && isLacking(tags ?? {}),
  )
  return lacking.reduce((sum, {answer}) => sum.plus(answer.netAmortised), new Decimal(0)).toFixed()
}

test('what lacks a key, each key alone and any of them', async () => {
  const keys = ['CostCenter', 'Owner']
  const spend = await spendUntagged({bills, access, keys, policies: [], states: []}, surroundings())
  expect(spend.keys.map(({key, amount}) => [key, amount])).toEqual(
    keys.map((key) => [key, untagged((tags) => tags[key] === undefined)]),
  )
  const any = untagged((tags) => keys.some((key) => tags[key] === undefined))
  expect(spend.buckets.find(({name}) => name === 'untagged')?.amount).toBe(any)
  expect(spend.coverage.untaggedAmount).toBe(any)
  expect(spend.buckets.reduce((sum, {amount}) => sum.plus(amount), new Decimal(0)).toFixed()).toBe(spend.total)
  expect(spend.rows.reduce((sum, {amount}) => sum.plus(amount), new Decimal(0)).toFixed()).toBe(any)
  // Usage, the rest, each key, all keys.
  expect(approved).toEqual([{requests: 5, usd: '0.05'}])
  expect(spend.notComputable.map(({figure}) => figure)).toContain('untagged spend by resource')
})

test('a key that nothing has is told as such', async () => {
  const spend = await spendUntagged({bills, access, keys: ['Nobody'], policies: [], states: []}, surroundings())
  expect(spend.keys[0]?.causes.map(({cause}) => cause)).toEqual(['key-not-in-bill'])
})

test('an answer is paid for once a day, every page of it', async () => {
  const first = await spendGpu({bills, access}, surroundings())
  const pages = fake.asked.length
  expect(pages).toBeGreaterThan(2)
  expect(first.paid).toEqual({service: 'cost-explorer', requests: pages, usd: new Decimal(pages).div(100).toFixed()})
  const second = await spendGpu({bills, access}, surroundings('2026-11-02T23:00:00Z'))
  expect(fake.asked.length).toBe(pages)
  expect(second.paid).toEqual({service: 'cost-explorer', requests: 0, usd: '0', oldest: '2026-11-02T00:00:00.000Z'})
  expect(second.total).toBe(first.total)
  await spendGpu(
    {bills, access: {...access, months: ['2026-10']}, months: ['2026-10']},
    surroundings('2026-11-03T01:00:00Z'),
  )
  expect(fake.asked.length).toBe(2 * pages)
  expect(approved).toHaveLength(2)
})

test('a damaged answer is asked for again', async () => {
  await spendGpu({bills, access}, surroundings())
  const [file = ''] = await readdir(join(folder, 'cost-explorer'))
  await writeFile(join(folder, 'cost-explorer', file), '{"asked": "20')
  const {total} = await spendGpu({bills, access}, surroundings())
  expect(approved.map(({requests}) => requests)).toEqual([2, 1])
  expect(total).toBe(curAnswers(charges, 'net-amortised').total)
})

test('nothing is asked before somebody agrees to pay', async () => {
  await expect(spendGpu({bills}, surroundings())).rejects.toMatchObject({
    code: 'not-approved',
    message: expect.stringContaining('2 paid requests'),
  })
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', '--bill', 'cost-explorer', '--month', '2026-10'])
  expect({exit, code: (JSON.parse(stdout) as {error: {code: string}}).error.code}).toEqual({
    exit: 2,
    code: 'not-approved',
  })
  expect(fake.asked).toEqual([])
})

test('months are whole, and those between two that are asked for are not counted', async () => {
  const months = ['2026-08', '2026-10']
  const spend = await spendGpu({bills, access: {...access, months}, months}, surroundings())
  expect(fake.asked[0]?.TimePeriod).toEqual({Start: '2026-08-01', End: '2026-11-01'})
  expect(spend.total).toBe(curAnswers(charges, 'net-amortised').total)
  const none = await spendGpu({bills, access: {...access, months: ['2026-09']}, months: ['2026-09']}, surroundings())
  expect(none.total).toBe('0')
  const future = {...access, months: ['2026-12']}
  await expect(spendGpu({bills, access: future}, surroundings())).rejects.toMatchObject({code: 'cost-explorer-months'})
})

test.each(['account', 'team', 'tag:Owner', 'cause'])('totals by %s are none that it can tell', async (by) => {
  await expect(spendGpu({bills, access, totals: [by]}, surroundings())).rejects.toMatchObject({
    code: 'cost-explorer-cannot',
  })
})

test('nor whose a charge is', async () => {
  const usage = {file: 'usage.csv', text: 'customer,units\na,1\n'}
  const request = {bills, access, usage, by: 'account', split: 'even', sharedValues: [], sharedBuckets: []} as const
  await expect(spendUnit(request, surroundings())).rejects.toMatchObject({code: 'cost-explorer-cannot'})
})

test('who may not ask is told', async () => {
  await fake[Symbol.asyncDispose]()
  fake = await startFakeCostExplorer(charges, {denied: true})
  vi.stubEnv('AWS_ENDPOINT_URL', fake.url)
  await expect(spendGpu({bills, access}, surroundings())).rejects.toMatchObject({
    code: 'cost-explorer-denied',
    fault: 'aws',
  })
})
