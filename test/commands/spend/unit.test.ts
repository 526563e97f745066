import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {Decimal} from '../../../src/model/money.ts'
import {expect, test} from 'vitest'

import SpendUnit from '../../../src/commands/spend/unit.ts'
import type {UnitSpend} from '../../../src/model/unit-spend.ts'
import {usageIn} from '../../../src/spend/unit/tables.ts'
import {runCommand} from '../../cli/run-command.ts'

const root = join(import.meta.dirname, '../../..')
const folder = relative('.', join(root, 'fixtures/bills/customers'))
const report = ['--bill', join(folder, 'report.csv')]
const bill = [...report, '--by', 'tag:customer']
const usage = ['--usage', join(folder, 'usage.csv')]
const monthly = ['--usage', join(folder, 'usage-by-month.csv')]
const customers = ['--customers', join(folder, 'customers.csv')]

async function unit(...argv: readonly string[]): Promise<UnitSpend> {
  const {stdout} = await runCommand(SpendUnit, ['--json', ...(argv.includes('--by') ? report : bill), ...argv])
  return JSON.parse(stdout) as UnitSpend
}

function sum(amounts: readonly (string | undefined)[]): string {
  return amounts.reduce((total, amount) => total.plus(amount ?? 0), new Decimal(0)).toFixed()
}

function byCustomer({rows}: UnitSpend): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    rows.map(({customer, month, direct, rounded}) => [`${customer} ${month ?? ''}`.trim(), [direct, rounded]]),
  )
}

test.each([
  ['a value is a customer', usage],
  ['with a table of customers', [...usage, ...customers]],
  ['by month', [...monthly, ...customers]],
  ['in equal parts', [...usage, ...customers, '--split', 'even', '--share-bucket', 'tax']],
  ['by weights', [...usage, ...customers, '--split', 'fixed', '--share-value', 'nobody-knows']],
  ['by account', [...usage, '--by', 'account']],
])('nothing is lost or counted twice: %s', async (_, argv) => {
  const spend = await unit(...argv)
  const all = [...spend.rows, ...spend.unallocated]
  expect(sum(all.map(({amount}) => amount))).toBe(spend.total)
  expect(sum(spend.buckets.map(({amount}) => amount))).toBe(spend.total)
  expect(sum(all.map(({rounded}) => rounded))).toBe(new Decimal(spend.total).toDecimalPlaces(2).toFixed())
  const schema = JSON.parse(readFileSync(join(root, 'schemas/spend-unit.schema.json'), 'utf8')) as object
  const validate = new Ajv2020().compile(schema)
  expect(validate(spend), JSON.stringify(validate.errors)).toBe(true)
})

test('direct cost by customer, shared cost by units, the rest by name', async () => {
  const spend = await unit(...usage, ...customers)
  expect(spend.rows).toEqual([
    {
      customer: 'Acme',
      units: '325.5',
      direct: '10.01',
      shared: '6.938449241127724220623501',
      amount: '16.948449241127724220623501',
      rounded: '16.95',
      perUnit: '0.0520689685',
    },
    expect.objectContaining({customer: 'Globex', units: '100', direct: '20.1'}),
    expect.objectContaining({customer: 'Hooli', direct: '7.77', shared: '0', notes: ['cost-without-usage']}),
    expect.objectContaining({customer: 'Initech', units: '200', direct: '0', notes: ['usage-without-cost']}),
  ])
  expect(spend.unallocated.map(({reason, name, amount}) => [reason, name, amount])).toEqual([
    ['no-value', undefined, '2.5'],
    ['not-a-customer', 'nobody-knows', '1'],
    ['not-usage', 'credits', '-4'],
    ['not-usage', 'tax', '5.07'],
  ])
})

test('by month, a month in which nobody used anything keeps what would be shared', async () => {
  const spend = await unit(...monthly, ...customers)
  expect(byCustomer(spend)).toMatchObject({
    'Acme 2026-09': ['10', '10.83'],
    'Globex 2026-09': ['20.1', '22.60'],
    'Acme 2026-10': ['0.01', '10.01'],
    'Hooli 2026-10': ['7.77', '7.77'],
  })
})

test('as text, and as a table that can be charged', async () => {
  const {stdout, exit} = await runCommand(SpendUnit, [...bill, ...usage, ...customers])
  expect(exit).toBe(0)
  await expect(stdout).toMatchFileSnapshot(join(root, folder, 'spend-unit.txt'))
  const csv = await runCommand(SpendUnit, [...bill, ...monthly, ...customers, '--csv'])
  await expect(csv.stdout).toMatchFileSnapshot(join(root, folder, 'spend-unit.csv'))
})

test('rows in another order give the same bytes', async () => {
  const text = readFileSync(join(root, folder, 'report.csv'), 'utf8')
  const [head = '', ...rows] = text.trimEnd().split('\n')
  const scratch = mkdtempSync(join(tmpdir(), 'trueup-unit-'))
  try {
    writeFileSync(join(scratch, 'report.csv'), [head, ...rows.toReversed()].join('\n'))
    const argv = ['--by', 'tag:customer', ...usage, ...customers, '--csv']
    const one = await runCommand(SpendUnit, ['--bill', join(folder, 'report.csv'), ...argv])
    const other = await runCommand(SpendUnit, ['--bill', join(scratch, 'report.csv'), ...argv])
    expect(other.stdout).toBe(one.stdout)
  } finally {
    rmSync(scratch, {recursive: true})
  }
})

const bad = JSON.parse(readFileSync(join(root, 'fixtures/bills/customers/bad-tables.json'), 'utf8')) as readonly {
  readonly what: string
  readonly text: string
  readonly message: string
}[]

test.each(bad)('a table with $what says so, with its line', ({text, message}) => {
  expect(() => usageIn({file: 'usage.csv', text})).toThrow(expect.objectContaining({code: 'table-invalid', message}))
})

test.each([
  [['--by', 'customer', ...usage], 'by-invalid'],
  [['--by', 'account', '--usage', 'none.csv'], 'table-not-readable'],
  [['--by', 'account', ...usage, '--share-bucket', 'taxes'], 'bucket-unknown'],
  [['--by', 'account', ...usage, '--split', 'fixed'], 'weights-missing'],
])('%j is refused: %s', async (argv, code) => {
  const {stdout, exit} = await runCommand(SpendUnit, ['--json', '--bill', join(folder, 'report.csv'), ...argv])
  expect(exit).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({error: {code}})
})
