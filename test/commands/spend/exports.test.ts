import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import {DuckDBInstance} from '@duckdb/node-api'
import {Ajv2020} from 'ajv/dist/2020.js'
import {parse} from 'csv-parse/sync'
import {afterEach, beforeEach, expect, test} from 'vitest'

import SpendGpu from '../../../src/commands/spend/gpu.ts'
import SpendUnit from '../../../src/commands/spend/unit.ts'
import SpendUntagged from '../../../src/commands/spend/untagged.ts'
import type {BillSpend} from '../../../src/model/bill-report.ts'
import {Decimal} from '../../../src/model/money.ts'
import {runCommand} from '../../cli/run-command.ts'

const root = join(import.meta.dirname, '../../..')
const folder = relative('.', join(root, 'fixtures/bills'))
const month = ['--bill', join(folder, 'training-month/report-00001.csv')]
const causes = ['--bill', join(folder, 'untagged-causes/report.csv'), '--require', 'Owner']
const customers = [
  '--bill',
  join(folder, 'customers/report.csv'),
  '--usage',
  join(folder, 'customers/usage.csv'),
  '--by',
  'tag:customer',
]

let out: string
const at = (file: string) => join(out, file)
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'trueup-exports-'))
})
afterEach(() => rmSync(out, {recursive: true}))

type Rows = readonly Readonly<Record<string, string>>[]

function csv(text: string): Rows {
  return parse(text, {columns: true})
}

function sum(rows: Rows, column: string): string {
  return rows.reduce((all, row) => all.plus(row[column] || 0), new Decimal(0)).toFixed()
}

async function parquet(file: string): Promise<Rows> {
  const connection = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect()
  const read = await connection.runAndReadAll(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('${file}')`)
  const rows = read.getRowObjectsJson() as Rows
  connection.closeSync()
  return rows
}

test.each([
  ['gpu', SpendGpu, month],
  ['untagged', SpendUntagged, causes],
  ['unit', SpendUnit, customers],
] as const)('spend %s in every form at once, each summing to the bill', async (name, command, argv) => {
  const reports = ['json', 'csv', 'parquet', 'focus-1.2', 'showback', 'chargeback'].flatMap((format) => [
    '--report',
    `${format}=${at(format === 'focus-1.2' ? 'focus.csv' : `${format}.out`)}`,
  ])
  const {stdout, exit} = await runCommand(command as typeof SpendGpu, ['--json', ...argv, ...reports])
  const spend = JSON.parse(stdout) as BillSpend
  expect(exit).toBe(0)
  expect(JSON.parse(readFileSync(at('json.out'), 'utf8'))).toEqual(spend)
  const schema = JSON.parse(readFileSync(join(root, `schemas/spend-${name}.schema.json`), 'utf8')) as object
  const validate = new Ajv2020().compile(schema)
  expect(validate(spend), JSON.stringify(validate.errors)).toBe(true)
  expect(sum(csv(readFileSync(at('csv.out'), 'utf8')), 'amount')).toBe(spend.total)
  expect(sum(await parquet(at('parquet.out')), 'amount')).toBe(spend.total)
  expect(sum(csv(readFileSync(at('focus.csv'), 'utf8')), 'EffectiveCost')).toBe(spend.total)
  const [shown, charged] = ['showback.out', 'chargeback.out'].map((file) => csv(readFileSync(at(file), 'utf8')))
  expect(sum(shown ?? [], 'amount')).toBe(spend.total)
  expect(sum(charged ?? [], 'rounded')).toBe(new Decimal(spend.total).toDecimalPlaces(2).toFixed())
})

test('totals take the place of rows, and one table holds all of them', async () => {
  const {stdout} = await runCommand(SpendGpu, [...month, '--by', 'day', '--by', 'account,model', '--report', 'csv'])
  const rows = csv(stdout)
  const of = (by: string) => rows.filter((row) => row['by'] === by)
  const [days, models] = [of('day'), of('account,model')]
  expect(sum(days, 'amount')).toBe('1809.243041999')
  expect(sum(models, 'amount')).toBe('1809.243041999')
  expect(models.find((row) => row['model'] === 'NVIDIA L4')).toMatchObject({account: '444455556666', amount: '0.0606'})
})

test('text for a person has the totals', async () => {
  const argv = [...causes, '--by', 'cause', '--by', 'team', '--report', 'terminal', '--report', 'showback']
  const {stdout} = await runCommand(SpendUntagged, argv)
  await expect(stdout).toMatchFileSnapshot(join(root, 'fixtures/bills/untagged-causes/totals.txt'))
})

test('what a spreadsheet would take for a formula is text', async () => {
  const bill = join(out, 'report.csv')
  writeFileSync(bill, readFileSync(month[1] ?? '', 'utf8').replace('ml-research', '=HYPERLINK("http://x")'))
  const focus = join(out, 'focus.csv')
  const argv = ['--bill', bill, '--by', 'tag:Owner', '--report', 'csv', '--report', `focus-1.2=${focus}`]
  const {stdout} = await runCommand(SpendGpu, argv)
  const cells = [csv(stdout), csv(readFileSync(focus, 'utf8'))].flat().flatMap((row) => Object.values(row))
  expect(cells).toContain(`'=HYPERLINK("http://x")`)
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
})

test.each([
  ['parquet', 'report-needs-file'],
  ['focus-1.2', 'report-needs-file'],
  ['sarif', 'report-format-unknown'],
  ['chargebak', 'report-format-unknown'],
  ['csv=', 'report-target-invalid'],
])('--report %s is refused', async (report, code) => {
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', ...month, '--report', report])
  expect({exit, code: (JSON.parse(stdout) as {error: {code: string}}).error.code}).toEqual({exit: 2, code})
})

test('reports of scans in a project file are not meant', async () => {
  const project = join(out, 'trueup.yaml')
  writeFileSync(project, `reports: [sarif=drift.sarif, csv=${join(out, 'spend.csv')}]\n`)
  const {exit} = await runCommand(SpendGpu, [...month, '--project', project])
  expect(exit).toBe(0)
  expect(sum(csv(readFileSync(join(out, 'spend.csv'), 'utf8')), 'amount')).toBe('1809.243041999')
})

test.each([
  ['0', 1],
  ['1024.22', 0],
  ['1024.21', 1],
  ['1024,21', 2],
])('--fail-above %s ends with %i', async (amount, expected) => {
  const {exit} = await runCommand(SpendUntagged, [...causes, '--json', '--fail-above', amount])
  expect(exit).toBe(expected)
})
