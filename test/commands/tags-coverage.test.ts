import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, onTestFinished, test} from 'vitest'

import Scan from '../../src/commands/scan.ts'
import TagsCheck from '../../src/commands/tags/check.ts'
import TagsCoverage from '../../src/commands/tags/coverage.ts'
import {Decimal} from '../../src/model/money.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import type {TagCoverageJson} from '../../src/report/tag-coverage-schema.ts'
import {runCommand} from '../cli/run-command.ts'

const root = join(import.meta.dirname, '../..')
const policy = join(root, 'policies/finops-baseline.yaml')
const demo = [
  '--state',
  join(root, 'fixtures/demo/terraform.tfstate'),
  '--snapshot',
  join(root, 'fixtures/demo/live.jsonl'),
]
const schema = JSON.parse(readFileSync(join(root, 'schemas/tag-coverage.schema.json'), 'utf8')) as object

async function coverage(...flags: readonly string[]): Promise<TagCoverageJson> {
  const {stdout} = await runCommand(TagsCoverage, ['--json', '--policy', policy, ...flags])
  const parsed: unknown = JSON.parse(stdout)
  const validate = new Ajv2020().compile(schema)
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true)
  return parsed as TagCoverageJson
}

describe('the sample account', () => {
  test('as a table', async () => {
    const {stdout, exit} = await runCommand(TagsCoverage, ['--policy', policy, ...demo])
    expect(exit).toBe(0)
    const [tables] = stdout.split('\nCOULD NOT BE CHECKED')
    await expect(tables).toMatchFileSnapshot(join(root, 'fixtures/tags/coverage/demo.txt'))
  })

  test('every dimension but that of keys sums to the total, by count and by money', async () => {
    const {total, by} = await coverage(...demo)
    for (const rows of [by.type, by.account, by.region, by.team]) {
      for (const name of ['objects', 'covered', 'lacking', 'exempted', 'unknown'] as const) {
        expect(rows.reduce((sum, row) => sum + row[name], 0)).toBe(total[name])
      }
      const money = rows.reduce((sum, {monthly}) => sum.plus(monthly?.total ?? 0), new Decimal(0))
      expect(money.toFixed()).toBe(total.monthly?.total)
    }
    expect(by.key.map(({objects}) => objects)).toEqual([83, 83, 83, 83])
  })

  test('is the same in the report of a scan, and absent where no policy requires a tag', async () => {
    const scanned = async (...flags: readonly string[]) =>
      JSON.parse((await runCommand(Scan, ['--json', '--fail-on', 'none', ...demo, ...flags])).stdout) as ReportJson
    const {keys, total, by, teamKey, notTaggable, spend} = await coverage(...demo)
    const {tagCoverage} = await scanned('--policy', policy)
    expect(tagCoverage).toEqual({keys, total, by, teamKey, notTaggable, spend})
    expect(await scanned()).not.toHaveProperty('tagCoverage')
  })

  test('with all that is lacking in a baseline, nothing is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trueup-coverage-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const file = join(folder, 'tags.json')
    await runCommand(TagsCheck, ['--policy', policy, ...demo, '--report', `json=${file}`])
    const before = await coverage(...demo)
    const after = await coverage(...demo, '--baseline', file)
    expect(after.total).toMatchObject({lacking: 0, covered: before.total.covered})
    expect(after.inBaseline).toBe(before.total.lacking)
  })
})

describe('code alone', () => {
  test('what is not knowable is in a column of its own, what cannot be tagged in none, and nothing has a price', async () => {
    const folder = join(root, 'fixtures/tags/check')
    const own = ['--policy', join(folder, 'policy.yaml')]
    const unknown = await coverage('--config', join(folder, 'unknown-values'), ...own)
    expect(unknown.by.key.find(({name}) => name === 'Owner')).toMatchObject({objects: 5, unknown: 5, lacking: 0})
    expect(unknown.gaps.map(({reason}) => reason)).toContain('tags-unknown')
    const variants = await coverage('--config', join(folder, 'key-variants'), ...own)
    expect(variants).toMatchObject({notTaggable: 1, total: {objects: 2, lacking: 2}})
    expect(variants.total.monthly).toBeUndefined()
  })
})

test('a baseline that is neither one nor a report is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-coverage-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = join(folder, 'tags.json')
  writeFileSync(file, '{}')
  const {stderr, exit} = await runCommand(TagsCoverage, ['--policy', policy, ...demo, '--baseline', file])
  expect(exit).toBe(2)
  expect(stderr).toContain('baseline-invalid')
})
