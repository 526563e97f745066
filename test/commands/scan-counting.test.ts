import {cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import Baseline from '../../src/commands/baseline.ts'
import Scan from '../../src/commands/scan.ts'
import TagsCheck from '../../src/commands/tags/check.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import {runCommand} from '../cli/run-command.ts'

/** What stands beside the states of a repository, and what it makes of the findings. */

let folder: string
let cwd: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'trueup-counting-')))
  cwd = process.cwd()
  cpSync('fixtures/demo', join(folder, 'infra'), {recursive: true})
  cpSync('policies/finops-baseline.yaml', join(folder, 'policies.yaml'))
  mkdirSync(join(folder, '.git'))
  process.chdir(join(folder, 'infra'))
})

afterEach(() => {
  process.chdir(cwd)
  vi.unstubAllEnvs()
  rmSync(folder, {recursive: true})
})

function lay(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), {recursive: true})
  writeFileSync(join(folder, file), text)
}

const project = 'states: [infra/terraform.tfstate]\nsnapshot: infra/live.jsonl\npolicies: [policies.yaml]\n'

async function scan(...flags: readonly string[]) {
  const {stdout, stderr, exit} = await runCommand(Scan, ['--json', ...flags])
  return {report: JSON.parse(stdout) as ReportJson, stderr, exit}
}

describe('beside the project file', () => {
  beforeEach(() => lay('trueup.yaml', `fail_on: high\n${project}`))

  test('a baseline is found, whatever the folder at hand', async () => {
    expect((await runCommand(Baseline, ['--reason', 'old'])).exit).toBe(0)
    const text = readFileSync(join(folder, 'trueup.baseline.json'), 'utf8')
    expect(text).toContain('"reason":"old"')
    const {report, exit} = await scan()
    expect(exit).toBe(0)
    expect(report.baseline).toMatchObject({file: '../trueup.baseline.json', new: 0, gone: 0, unseen: 0})
    expect((await scan('--baseline', 'none')).exit).toBe(1)
    vi.stubEnv('TRUEUP_BASELINE', 'none')
    expect((await scan()).report.baseline).toBeUndefined()
  })

  test('the key baseline names another, which has to be there', async () => {
    lay('trueup.yaml', `baseline: accepted/infra.json\n${project}`)
    const {exit, report} = await scan()
    expect({exit, report}).toMatchObject({exit: 2, report: {error: {code: 'baseline-not-readable'}}})
  })

  test('ignores have the lines of the file; a file that it names is relative to it', async () => {
    lay('trueup.yaml', `${project}ignore_files: [conf/more.yaml]\nignore:\n  - code: tags\n    reason: later\n`)
    lay(
      'conf/more.yaml',
      'ignore:\n  - {code: owned-elsewhere, reason: not ours}\n  - {code: drifted, reason: x, until: 2020-01-31}\n',
    )
    const {report} = await scan()
    expect(
      report.ignored?.by.map(({rule, source, findings}) => [rule, source?.file, source?.line, findings > 0]),
    ).toEqual([
      ['code: tags', '../trueup.yaml', 6, true],
      ['code: owned-elsewhere', '../conf/more.yaml', 2, true],
    ])
    expect(report.findings.filter(({code}) => code === 'ignore-expired')).toMatchObject([
      {
        source: {file: '../conf/more.yaml', line: 3},
        args: {ignore: 'code: drifted', expired: '2020-01-31', findings: 15},
      },
    ])
    expect(report.summary.byCode).not.toHaveProperty('tag-missing')
  })

  test.each([
    ['ignore: [{type: aws_vpc}]', '3:10: ignore[0].reason: is missing'],
    ['ignore: [{reason: x}]', '3:10: ignore[0]: says nothing of what to ignore'],
    ['ignore: [{reason: x, typ: aws_vpc}]', 'unknown field "typ" (did you mean "type"?)'],
    ['ignore: [{reason: x, type: a, until: 2026-02-31}]', 'ignore[0].until: must be a day: 2026-12-31'],
    ['ignore: [{reason: x, account: 123}]', 'ignore[0].account: must be an account id in quotes'],
    ['ignore: [{reason: x, code: drifte}]', 'ignore[0].code: must be a code or a kind of findings'],
  ])('%s is refused at its place', async (line, problem) => {
    lay('trueup.yaml', `states: [infra/terraform.tfstate]\nsnapshot: infra/live.jsonl\n${line}\n`)
    const {exit, stderr} = await runCommand(Scan, [])
    expect(exit).toBe(2)
    expect(stderr).toContain(problem)
  })
})

test('a .driftignore above in the repository is found, and told of', async () => {
  lay('.driftignore', '# by hand\naws_db_instance.*.backup_retention_period\n')
  const flags = ['--state', 'terraform.tfstate', '--snapshot', 'live.jsonl']
  const {report} = await scan(...flags)
  expect(report.ignored).toMatchObject({
    findings: 1,
    by: [{kind: 'driftignore', source: {file: '../.driftignore', line: 2}, findings: 1}],
  })
  expect((await scan(...flags, '--no-driftignore')).report.ignored).toBeUndefined()
})

test('the sample has nothing to do with the project at hand', async () => {
  lay('trueup.yaml', `${project}ignore: [{code: drift, reason: x}]\n`)
  lay('.driftignore', '*\n')
  const {report} = await scan('--demo')
  expect([report.ignored, report.baseline]).toEqual([undefined, undefined])
})

test('a check of tags takes the baseline of a report, and calls nothing gone that it did not look for', async () => {
  const tags = ['--state', 'terraform.tfstate', '--snapshot', 'live.jsonl', '--policy', '../policies.yaml']
  await runCommand(TagsCheck, [...tags, '--report', 'json=tags.json'])
  await runCommand(Scan, [...tags, '--report', 'json=all.json'])
  await runCommand(Baseline, ['--from', 'all.json'])
  const {stdout, exit} = await runCommand(TagsCheck, [...tags, '--json'])
  const {baseline} = JSON.parse(stdout) as ReportJson
  expect(exit).toBe(0)
  expect(baseline).toMatchObject({new: 0, gone: 0})
  expect(baseline?.unseen).toBeGreaterThan(20)
  const some = await runCommand(Baseline, [
    '--from',
    'tags.json',
    '--filter',
    "address=='aws_sqs_queue.x'",
    '--baseline',
    'b.json',
  ])
  expect(some.stdout).toBe('b.json: 0 findings accepted, 0 of them now, 0 before; 0 dropped.\n')
})

test('what is not to be compared is not updated', async () => {
  const {exit, stderr} = await runCommand(Baseline, ['--from', 'nowhere.json'])
  expect({exit, stderr}).toMatchObject({exit: 2, stderr: expect.stringContaining('baseline-not-readable')})
  writeFileSync('report.json', '{}')
  expect((await runCommand(Baseline, ['--from', 'report.json'])).stderr).toContain('baseline-report-invalid')
  expect((await runCommand(Baseline, ['--from', 'report.json', '--until', '2026-02-30'])).stderr).toContain(
    'day-invalid',
  )
})
