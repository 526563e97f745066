import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'

import TagsCheck from '../../src/commands/tags/check.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import {runCommand} from '../cli/run-command.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'fixtures/tags/check')
const policy = join(folder, 'policy.yaml')
const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8')) as object

/** Each folder is the code of one behaviour; what is found there is beside it. */
describe('tags check of code', () => {
  test.each(globSync('*/main.tf', {cwd: folder}).map(dirname).toSorted())('%s', async (name) => {
    const report = await checked(['--config', join(folder, name), '--policy', policy])
    await expect(`${JSON.stringify(told(report), null, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'expected.json'))
  })
})

test('a state beside the code changes nothing of what the code says', async () => {
  const code = ['--config', join(folder, 'parts'), '--policy', policy]
  const state = ['--state', join(folder, 'parts', 'terraform.tfstate')]
  const [alone, beside] = [await checked(code), await checked([...code, ...state])]
  expect(beside.findings.map(({message}) => message)).toEqual(alone.findings.map(({message}) => message))
})

async function checked(argv: readonly string[]): Promise<ReportJson> {
  const {stdout} = await runCommand(TagsCheck, ['--json', ...argv])
  const report: unknown = JSON.parse(stdout)
  const validate = new Ajv2020().compile(schema)
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  return report as ReportJson
}

function told({findings, gaps, tags, inputs}: ReportJson): object {
  return {
    live: inputs.live.kind,
    findings: findings.map(({message, source}) => `${source?.line}:${source?.column} ${message}`),
    gaps: gaps.map(({detail, hides}) => `${detail} ${hides.examples.join(', ')}`),
    tags,
  }
}
