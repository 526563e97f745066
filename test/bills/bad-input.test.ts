import {copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'

import {Decimal} from 'decimal.js'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import SpendGpu from '../../src/commands/spend/gpu.ts'
import {runCommand} from '../cli/run-command.ts'
import {syntheticCharges} from './synthetic/charges.ts'
import {curAnswers} from './synthetic/answers.ts'
import {type BillKind, writeBill} from './synthetic/write-bill.ts'

const charges = syntheticCharges(7, 2)
const {total} = curAnswers(charges, 'net-amortised')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-bad-bill-'))
})
afterEach(() => rm(folder, {recursive: true}))

interface Spend {
  readonly total: string
  readonly buckets: readonly {readonly name: string; readonly amount: string; readonly lines: number}[]
  readonly gaps: readonly {readonly reason: string; readonly detail: string}[]
  readonly skipped: readonly {readonly because: string}[]
}

async function sum(...argv: readonly string[]): Promise<{spend: Spend; exit: number}> {
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', ...argv])
  return {spend: JSON.parse(stdout) as Spend, exit}
}

async function refused(...argv: readonly string[]): Promise<string> {
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', ...argv])
  expect(exit).toBe(2)
  return (JSON.parse(stdout) as {error: {code: string; message: string}}).error.code
}

/** A whole bill beside the broken file. */
async function whole(name: BillKind = 'cur.csv'): Promise<string> {
  return writeBill(charges, name, folder)
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, content)
  return path
}

/** The text of a bill with a change made to it. */
async function changed(change: (text: string) => string): Promise<string> {
  const origin = await mkdtemp(join(tmpdir(), 'trueup-origin-'))
  const text = await readFile(await writeBill(charges, 'cur.csv', origin), 'utf8')
  await rm(origin, {recursive: true})
  return change(text)
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

const period = 'cur/20261001-20261101'

function manifest(assembly: string, ...keys: readonly string[]): string {
  return JSON.stringify({
    assemblyId: assembly,
    account: '111111111111',
    reportName: 'cur',
    billingPeriod: {start: '20261001T000000.000Z'},
    reportKeys: keys,
  })
}

describe('a file that cannot be read', () => {
  const broken: readonly (readonly [string, BillKind, (bytes: Uint8Array) => Uint8Array, string])[] = [
    ['half of a gzip', 'cur.csv.gz', half, 'bill-corrupt'],
    ['half of a zip', 'cur.zip', half, 'bill-corrupt'],
    ['half of a Parquet file', 'cur.parquet', half, 'bill-corrupt'],
    ['half of a CSV', 'cur.csv', half, 'bill-corrupt'],
    ['nothing', 'cur.csv', () => new Uint8Array(), 'bill-empty'],
    ['a web page', 'cur.csv', () => new TextEncoder().encode('<!DOCTYPE html><html></html>\n'), 'bill-not-a-bill'],
    [
      'bytes that are no text',
      'cur.csv',
      (bytes) => Buffer.concat([bytes, Buffer.from([0xff, 0xfe, 0xff])]),
      'bill-corrupt',
    ],
  ]

  test.each(broken)('%s, alone, is an error', async (_, kind, damage, code) => {
    const path = await whole(kind)
    await writeFile(path, damage(await readFile(path)))
    expect(await refused('--bill', path)).toBe(code)
  })

  test.each(broken)('%s, beside a whole one, is a gap', async (_, kind, damage) => {
    const bytes = await readFile(await writeBill(charges, kind, join(folder, 'origin')))
    await rm(join(folder, 'origin'), {recursive: true})
    const name = await file(`broken/${kind}`, damage(bytes))
    await whole()
    const {spend, exit} = await sum('--bill', folder)
    expect({total: spend.total, exit}).toEqual({total, exit: 3})
    expect(spend.gaps.map(({detail}) => detail).join()).toContain(name)
  })

  test('Parquet that is broken in the middle is left out, and the rest is summed', async () => {
    const bytes = await readFile(await writeBill(charges, 'cur.parquet', join(folder, 'origin')))
    await rm(join(folder, 'origin'), {recursive: true})
    bytes.fill(0xaa, 40, Math.floor(bytes.length / 3))
    await file('broken.parquet', bytes)
    await whole()
    const {spend, exit} = await sum('--bill', folder)
    expect({total: spend.total, exit}).toEqual({total, exit: 3})
  })

  test('plain text named .gz is what it is', async () => {
    const path = await file('report.csv.gz', await changed((text) => text))
    expect((await sum('--bill', path)).spend.total).toBe(total)
  })

  test('no file at all', async () => {
    expect(await refused('--bill', join(folder, 'nowhere.csv'))).toBe('bill-not-found')
    expect(await refused('--bill', folder)).toBe('bill-not-found')
  })

  test('FOCUS older than 1.0', async () => {
    const path = await file('focus.csv', 'BilledCost,AmortizedCost,ChargeType\n1,1,Usage\n')
    expect(await refused('--bill', path)).toBe('bill-focus-preview')
  })
})

describe('the same money twice', () => {
  test('one file under two names, packed or not, is counted once', async () => {
    await copyFile(await whole(), join(folder, 'copy.csv'))
    await file('copy.csv.gz', gzipSync(await readFile(join(folder, 'copy.csv'))))
    const {spend} = await sum('--bill', folder)
    expect(spend.total).toBe(total)
    expect(spend.skipped).toMatchObject([{because: 'same-content'}, {because: 'same-content'}])
  })

  test('so is a Parquet file', async () => {
    await copyFile(await whole('cur.parquet'), join(folder, 'copy.parquet'))
    expect((await sum('--bill', folder)).spend.total).toBe(total)
  })

  test('two versions of one report are refused', async () => {
    await whole()
    await file('older.csv', await changed((text) => text.split('\n').slice(0, -20).join('\n')))
    expect(await refused('--bill', folder)).toBe('bill-delivered-twice')
  })

  test('one month in two formats is refused', async () => {
    await whole()
    await whole('focus-1.0.csv')
    expect(await refused('--bill', folder)).toBe('bill-mixed-formats')
  })

  test('two months in two formats are summed', async () => {
    await writeBill(charges, 'focus-1.0.csv', folder)
    await file(
      'september.csv',
      await changed((text) => text.replaceAll('2026-10-01T00:00:00Z,2026-11-01', '2026-09-01T00:00:00Z,2026-10-01')),
    )
    const {spend, exit} = await sum('--bill', folder, '--basis', 'amortised')
    expect({exit, lines: spend.buckets.length > 0}).toEqual({exit: 0, lines: true})
  })
})

describe('manifests', () => {
  test('name the current version: the others are not counted', async () => {
    const text = await changed((all) => all)
    await file(`${period}/new/cur-00001.csv`, text)
    await file(`${period}/old/cur-00001.csv`, text.split('\n').slice(0, -9).join('\n'))
    await file(`${period}/old/cur-Manifest.json`, manifest('old', `${period}/old/cur-00001.csv`))
    await file(`${period}/new/cur-Manifest.json`, manifest('new', `${period}/new/cur-00001.csv`))
    await file(`${period}/cur-Manifest.json`, manifest('new', `bucket-prefix/${period}/new/cur-00001.csv`))
    for (const path of [folder, join(folder, period), join(folder, period, 'cur-Manifest.json')]) {
      const {spend, exit} = await sum('--bill', path)
      expect({total: spend.total, exit}).toEqual({total, exit: 0})
    }
    expect((await sum('--bill', folder)).spend.skipped).toMatchObject([{because: 'superseded'}])
  })

  test('say nothing of another report in the same folder', async () => {
    const text = await changed((all) => all)
    await file('cur-00001.csv', text)
    await file('cur-00002.csv', text.split('\n').slice(0, 9).join('\n'))
    await file('other.csv', text.replaceAll('111111111111', '333333333333'))
    await file('cur-Manifest.json', manifest('a', 'cur-00001.csv'))
    const {spend} = await sum('--bill', folder)
    expect(spend.total).toBe(new Decimal(total).times(2).toFixed())
    expect(spend.skipped).toMatchObject([{because: 'superseded'}])
  })

  test('of versions side by side nothing tells the current one', async () => {
    const text = await changed((all) => all)
    for (const version of ['one', 'two']) {
      await file(`${period}/${version}/cur-00001.csv`, text)
      await file(`${period}/${version}/cur-Manifest.json`, manifest(version, `${period}/${version}/cur-00001.csv`))
    }
    expect(await refused('--bill', folder)).toBe('bill-versions')
  })

  test('that name absent files leave a gap', async () => {
    await file(`${period}/cur-00001.csv`, await changed((all) => all))
    await file(`${period}/cur-Manifest.json`, manifest('a', `${period}/cur-00001.csv`, `${period}/cur-00002.csv`))
    const {spend, exit} = await sum('--bill', folder)
    expect({total: spend.total, exit}).toEqual({total, exit: 3})
    expect(spend.gaps.map(({detail}) => detail).join()).toContain('cur-00002.csv')
  })

  test('of a data export lie in another folder than its files', async () => {
    await file('data/BILLING_PERIOD=2026-10/cur-00001.csv', await changed((all) => all))
    await file(
      'data/BILLING_PERIOD=2026-10/cur-00002.csv',
      await changed((all) => all.split('\n').slice(0, 5).join('\n')),
    )
    const keys = {executionId: 'e', dataFiles: ['s3://bucket/exports/data/BILLING_PERIOD=2026-10/cur-00001.csv']}
    await file('metadata/BILLING_PERIOD=2026-10/cur-Manifest.json', JSON.stringify(keys))
    expect((await sum('--bill', folder)).spend.total).toBe(total)
  })
})

test('manifests of two exports of one month are no versions of each other', async () => {
  const [one, other] = await Promise.all([
    changed((all) => all),
    changed((all) => all.replaceAll('111111111111', '333333333333')),
  ])
  for (const [name, text] of [
    ['one', one],
    ['other', other],
  ] as const) {
    const path = `exports/${name}/data/BILLING_PERIOD=2026-10/${name}-00001.csv`
    await file(path, text)
    const keys = {executionId: name, dataFiles: [`s3://bucket/${path}`]}
    await file(`exports/${name}/metadata/BILLING_PERIOD=2026-10/${name}-Manifest.json`, JSON.stringify(keys))
  }
  expect((await sum('--bill', folder)).spend.total).toBe(new Decimal(total).times(2).toFixed())
})

describe('odd lines', () => {
  test('of several currencies have no sum; one can be picked', async () => {
    const path = await file('two.csv', await changed((text) => text.replace(',USD,', ',EUR,')))
    expect(await refused('--bill', path)).toBe('bill-currencies')
    const {spend} = await sum('--bill', path, '--currency', 'EUR')
    expect(spend.buckets.reduce((lines, bucket) => lines + bucket.lines, 0)).toBe(1)
  })

  test('without a number for a cost are a gap', async () => {
    const path = await file(
      'text.csv',
      await changed((text) => text.replace(',USD,123.45,123.45,', ',USD,"123,45","123,45",')),
    )
    const {spend, exit} = await sum('--bill', path)
    expect(exit).toBe(3)
    expect(spend.gaps.map(({detail}) => detail)).toContainEqual(expect.stringContaining('1 lines'))
  })

  test('with impossible dates are in a bucket of their own, and in the total', async () => {
    const path = await file(
      'dates.csv',
      await changed((text) =>
        text.replaceAll(',2026-10-01T01:00:00Z,2026-10-01T02:00:00Z', ',1970-01-01T00:00:00Z,never'),
      ),
    )
    const {spend} = await sum('--bill', path)
    expect(spend.total).toBe(total)
    expect(spend.buckets.map(({name}) => name)).toContain('absurd-dates')
  })

  test('of another cloud are in a bucket of their own; a bill without AWS is a gap', async () => {
    const path = await whole('focus-1.4.csv')
    const text = await readFile(path, 'utf8')
    const azure = await file('azure.csv', text.replaceAll(',AWS,AWS,', ',Microsoft,Microsoft,'))
    const {spend, exit} = await sum('--bill', azure)
    expect(spend.buckets).toMatchObject([{name: 'other-providers', amount: spend.total}])
    expect({exit, reasons: spend.gaps.map(({reason}) => reason)}).toEqual({exit: 3, reasons: ['unreadable-input']})
  })
})
