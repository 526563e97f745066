import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {Decimal} from 'decimal.js'
import {expect, test} from 'vitest'

import SpendGpu from '../../../src/commands/spend/gpu.ts'
import {runCommand} from '../../cli/run-command.ts'

interface Spend {
  readonly total: string
  readonly buckets: readonly {readonly name: string; readonly amount: string; readonly lines: number}[]
  readonly rows: readonly {readonly bucket: string; readonly amount: string}[]
}

const root = join(import.meta.dirname, '../../..')
// As short as a person would write it: lines are wrapped.
const bill = relative('.', join(root, 'fixtures/bills/training-month'))
const schema = JSON.parse(readFileSync(join(root, 'schemas/spend-gpu.schema.json'), 'utf8')) as object

async function spendJson(...argv: readonly string[]): Promise<Spend> {
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', '--bill', bill, ...argv])
  expect(exit).toBe(0)
  return JSON.parse(stdout) as Spend
}

function sum(amounts: readonly {readonly amount: string}[]): string {
  return amounts.reduce((total, {amount}) => total.plus(amount), new Decimal(0)).toFixed()
}

test('a bill as text', async () => {
  const {stdout, exit} = await runCommand(SpendGpu, ['--bill', bill])
  expect(exit).toBe(0)
  await expect(stdout).toMatchFileSnapshot(join(root, bill, 'spend-gpu.txt'))
})

test('as JSON of the published schema', async () => {
  const {stdout} = await runCommand(SpendGpu, ['--json', '--bill', bill])
  const validate = new Ajv2020().compile(schema)
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
})

test.each(['amortised', 'unblended'])('the buckets sum to the total, and rows to theirs: %s', async (basis) => {
  const spend = await spendJson('--basis', basis)
  expect(sum(spend.buckets)).toBe(spend.total)
  for (const name of ['accelerators', 'idle-reservations', 'unknown-accelerators', 'fpga-and-media']) {
    const bucket = spend.buckets.find((one) => one.name === name)
    expect([name, sum(spend.rows.filter((row) => row.bucket === name))]).toEqual([name, bucket?.amount])
  }
})

test('unblended is what the lines say, whatever they are', async () => {
  expect((await spendJson('--basis', 'unblended')).total).toBe('2278.309041999')
})

test('without the columns of a basis it says which, and sums nothing', async () => {
  const {stderr, exit} = await runCommand(SpendGpu, ['--bill', bill, '--basis', 'net-amortised'])
  expect(exit).toBe(2)
  expect(stderr).toContain('line_item_net_unblended_cost')
})

test('an accelerator that is not known is a gap, which --strict does not accept', async () => {
  const {stdout, exit} = await runCommand(SpendGpu, ['--json', '--strict', '--bill', bill])
  expect(exit).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({gaps: [{reason: 'accelerator-unknown'}]})
})

test('without a bill it says how to name one', async () => {
  const {stderr, exit} = await runCommand(SpendGpu, [])
  expect({stderr, exit}).toEqual({stderr: expect.stringContaining('--bill PATH'), exit: 2})
})

test('FOCUS without columns of AWS: machines by description, idle ones by the status of their reservation', async () => {
  const focus = join(root, 'fixtures/bills/focus-plain/focus.csv')
  const {stdout} = await runCommand(SpendGpu, ['--json', '--bill', focus])
  expect(JSON.parse(stdout)).toMatchObject({
    buckets: [
      {name: 'accelerators', amount: '32.77'},
      {name: 'idle-reservations', amount: '65.54'},
    ],
    acceleratorHours: '8',
  })
})
