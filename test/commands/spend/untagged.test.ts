import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {Decimal} from 'decimal.js'
import {expect, test} from 'vitest'

import SpendUntagged from '../../../src/commands/spend/untagged.ts'
import {runCommand} from '../../cli/run-command.ts'

interface Untagged {
  readonly total: string
  readonly buckets: readonly {readonly name: string; readonly amount: string}[]
  readonly keys: readonly {readonly causes: readonly {readonly cause: string; readonly amount: string}[]}[]
  readonly rows: readonly {
    readonly amount: string
    readonly resource?: string
    readonly address?: string
    readonly missing: readonly {readonly cause: string}[]
    readonly owner?: {readonly address?: string}
  }[]
}

const root = join(import.meta.dirname, '../../..')
// As short as a person would write it: lines are wrapped.
const folder = relative('.', join(root, 'fixtures/bills/untagged-causes'))
const bill = ['--bill', join(folder, 'report.csv'), '--require', 'Owner']
const known = ['--state', join(folder, 'terraform.tfstate'), '--snapshot', join(folder, 'live.jsonl')]
const schema = JSON.parse(readFileSync(join(root, 'schemas/spend-untagged.schema.json'), 'utf8')) as object

async function untagged(...argv: readonly string[]): Promise<Untagged> {
  const {stdout} = await runCommand(SpendUntagged, ['--json', ...argv])
  return JSON.parse(stdout) as Untagged
}

function sum(amounts: readonly {readonly amount: string}[]): string {
  return amounts.reduce((total, {amount}) => total.plus(amount), new Decimal(0)).toFixed()
}

function causes({keys}: Untagged): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.flatMap((key) => key.causes.map(({cause, amount}) => [cause, amount])))
}

test('causes, places and makers, as text', async () => {
  const {stdout, exit} = await runCommand(SpendUntagged, [...bill, ...known])
  expect(exit).toBe(0)
  await expect(stdout).toMatchFileSnapshot(join(root, folder, 'spend-untagged.txt'))
})

test('as JSON of the published schema', async () => {
  const {stdout} = await runCommand(SpendUntagged, ['--json', ...bill, ...known])
  const validate = new Ajv2020().compile(schema)
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
})

test('the bill alone tells some causes', async () => {
  expect(causes(await untagged(...bill))).toEqual({
    'tagged-later': '2.02',
    'tag-removed': '4.04',
    'variant-key': '8.08',
    'empty-value': '16.16',
    'forbidden-value': '32.32',
    'no-resource': '64.64',
    'never-tagged': '896.96',
  })
})

test('what is live and declared tells the others, and who made what', async () => {
  const spend = await untagged(...bill, ...known)
  expect(causes(spend)).toMatchObject({'tagged-now': '128.28', 'not-applied': '256.56', 'never-tagged': '512.12'})
  const addresses = spend.rows.map(({resource, address, owner}) => [resource?.slice(-1), address ?? owner?.address])
  expect(Object.fromEntries(addresses)).toMatchObject({
    7: 'aws_instance.notebook',
    8: 'aws_instance.batch',
    9: 'aws_autoscaling_group.inference',
  })
})

test('a key that no line has is not activated', async () => {
  const spend = await untagged(...bill, '--require', 'CostCenter')
  expect(spend.keys[1]).toMatchObject({causes: [{cause: 'key-not-in-bill'}, {cause: 'no-resource', amount: '64.64'}]})
})

test.each([
  ['inactive', {TagKey: 'Owner', Type: 'UserDefined', Status: 'Inactive'}, 'key-not-activated'],
  [
    'active since a later day',
    {TagKey: 'Owner', Type: 'UserDefined', Status: 'Active', LastUpdatedDate: '2026-10-20T00:00:00Z'},
    'activated-later',
  ],
  [
    'active all along',
    {TagKey: 'Owner', Type: 'UserDefined', Status: 'Active', LastUpdatedDate: '2020-01-01T00:00:00Z'},
    'never-tagged',
  ],
])('a key that is %s is told as such', async (_, tag, cause) => {
  const file = join(mkdtempSync(join(tmpdir(), 'trueup-allocation-')), 'tags.json')
  writeFileSync(file, JSON.stringify({CostAllocationTags: [tag]}))
  const found = causes(await untagged(...bill, '--cost-allocation-tags', file))
  rmSync(dirname(file), {recursive: true})
  expect(Object.keys(found)).toContain(cause)
  // What the line itself says stays so.
  expect(found).toMatchObject({'variant-key': '8.08', 'forbidden-value': '32.32', 'no-resource': '64.64'})
})

test('the buckets sum to the total, and the rows to theirs', async () => {
  const spend = await untagged(...bill)
  expect(sum(spend.buckets)).toBe(spend.total)
  expect(sum(spend.rows)).toBe(spend.buckets.find(({name}) => name === 'untagged')?.amount)
})

test('keys and refused values come from a policy', async () => {
  const policy = join(root, 'policies/finops-baseline.yaml')
  const {stdout, exit} = await runCommand(SpendUntagged, [
    '--json',
    '--bill',
    join(folder, 'report.csv'),
    '--policy',
    policy,
  ])
  expect(exit).toBe(0)
  expect((JSON.parse(stdout) as {keys: {key: string}[]}).keys.map(({key}) => key)).toContain('Owner')
})

test('without a required key it says how to name one', async () => {
  const {stderr, exit} = await runCommand(SpendUntagged, ['--bill', join(folder, 'report.csv')])
  expect({stderr, exit}).toEqual({stderr: expect.stringContaining('--require KEY'), exit: 2})
})
