import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {silentProgress} from '../src/model/progress.ts'
import type {Report} from '../src/model/report.ts'
import {scan} from '../src/pipeline/scan.ts'

const demo = 'fixtures/demo'
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trueup-code-'))
  cpSync(demo, folder, {recursive: true})
})

afterEach(() => rmSync(folder, {recursive: true}))

/** The sample account, with its code where that is asked for. */
async function scanDemo(withCode: boolean): Promise<Report> {
  return scan(
    {
      states: [join(demo, 'terraform.tfstate')],
      live: {kind: 'snapshot', file: join(demo, 'live.jsonl')},
      policies: [],
      ...(withCode && {code: {folder, variables: {}}}),
    },
    {
      now: new Date('2026-05-12T00:00:00Z'),
      version: '0.0.0',
      stdin: (async function* () {})(),
      signal: new AbortController().signal,
      progress: silentProgress,
    },
  )
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file)
  const [before, after] = [readFileSync(path, 'utf8'), change(readFileSync(path, 'utf8'))]
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

/** `code address path` of what the code makes a difference to. */
function verdicts({findings}: Report): readonly string[] {
  return findings.map((finding) =>
    `${finding.code} ${finding.subject.address ?? finding.subject.id} ${'path' in finding ? finding.path : ''}`.trim(),
  )
}

/** The same, whether or not anybody declared the value. */
function withoutTier(report: Report): readonly string[] {
  return verdicts(report)
    .map((line) => line.replace(/^drifted-undeclared /, 'drifted '))
    .toSorted()
}

describe('the sample with its code', () => {
  test('code that was applied adds nothing, but tells what nobody declared', async () => {
    const [without, with_] = [await scanDemo(false), await scanDemo(true)]
    expect(withoutTier(with_)).toEqual(withoutTier(without))
    expect(with_.gaps).toEqual(without.gaps)
  })

  test('findings point at the code', async () => {
    const {findings} = await scanDemo(true)
    const drifted = findings.filter(({code}) => code === 'drifted')
    expect(drifted.map(({source}) => source?.file.endsWith('.tf'))).toEqual(drifted.map(() => true))
  })

  test('and at the line that sets the attribute, or at the header of the resource that does not', async () => {
    const {findings} = await scanDemo(true)
    const shown = findings.flatMap(({code, owner, source}) => {
      if (!code.startsWith('drifted') || source?.line === undefined) return []
      const line = readFileSync(source.file, 'utf8').split('\n')[source.line - 1]?.trim()
      return [`${owner} > ${line}`]
    })
    expect([...new Set(shown)].toSorted().join('\n')).toMatchInlineSnapshot(`
      "assume_role_policy > assume_role_policy = data.aws_iam_policy_document.assume[each.key].json
      backup_retention_period > backup_retention_period     = 14
      billing_mode > billing_mode = "PAY_PER_REQUEST"
      block_public_policy > block_public_policy     = true
      cpu_options.core_count > resource "aws_instance" "this" {
      enable_key_rotation > enable_key_rotation = true
      environment.variables.TRACKING_API_KEY > TRACKING_API_KEY = var.tracking_api_key
      ingress > ingress {
      instance_type > instance_type          = var.instance_type
      memory_size > memory_size   = each.value.memory
      read_capacity > resource "aws_dynamodb_table" "experiments" {
      tags_all.CostCenter > tags = {
      versioning_configuration.status > status = "Enabled"
      visibility_timeout_seconds > visibility_timeout_seconds = var.timeout
      vpc_config.public_access_cidrs > public_access_cidrs     = [var.office_cidr]
      write_capacity > resource "aws_dynamodb_table" "experiments" {"
    `)
  })

  test('a change of the code that waits to be applied is not drift', async () => {
    edit('databases.tf', (text) => text.replace(/backup_retention_period\s*=\s*14/, 'backup_retention_period = 21'))
    const lines = verdicts(await scanDemo(true))
    expect(lines).toContain('conflict aws_db_instance.registry BackupRetentionPeriod')
    expect(lines).not.toContain('drifted aws_db_instance.registry BackupRetentionPeriod')
  })

  test('a change in AWS that the code has caught up with is a state out of date', async () => {
    edit('databases.tf', (text) => text.replace(/backup_retention_period\s*=\s*14/, 'backup_retention_period = 1'))
    expect(verdicts(await scanDemo(true))).toContain('stale-state aws_db_instance.registry BackupRetentionPeriod')
  })

  test('a resource that left the code, and one that is new in it', async () => {
    edit('kms.tf', (text) => text.replaceAll('"aws_kms_key" "data"', '"aws_kms_key" "renamed"'))
    const lines = verdicts(await scanDemo(true))
    expect(lines).toContain('not-applied aws_kms_key.renamed')
    expect(lines).toContain('not-configured aws_kms_key.data')
  })

  test('a moved block makes them one again', async () => {
    edit(
      'kms.tf',
      (text) =>
        `${text.replaceAll('"aws_kms_key" "data"', '"aws_kms_key" "renamed"')}\nmoved {\n  from = aws_kms_key.data\n  to   = aws_kms_key.renamed\n}\n`,
    )
    const lines = verdicts(await scanDemo(true))
    expect(lines.filter((line) => /^not-.* aws_kms_key/.test(line))).toEqual([])
  })

  test('what lifecycle ignores is not reported', async () => {
    edit('databases.tf', (text) =>
      text.replace(
        /(\n\s*)backup_retention_period\s*=\s*14/,
        '$1backup_retention_period = 14$1lifecycle {$1  ignore_changes = [backup_retention_period]$1}',
      ),
    )
    const report = await scanDemo(true)
    expect(verdicts(report).filter((line) => line.includes('BackupRetentionPeriod'))).toEqual([])
    expect(report.coverage.attributes.skipped.ignored).toBeGreaterThan(0)
  })
})

test('a finding inside a module says where the calls stand that lead there', async () => {
  mkdirSync(join(folder, 'parts'))
  writeFileSync(join(folder, 'parts', 'main.tf'), 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n')
  writeFileSync(join(folder, 'calls.tf'), 'module "jobs" {\n  source = "./parts"\n}\n')
  const {findings} = await scanDemo(true)
  expect(findings.find(({subject}) => subject.address === 'module.jobs.aws_sqs_queue.jobs')).toMatchObject({
    code: 'not-applied',
    source: {file: join(folder, 'parts/main.tf'), line: 1, column: 1},
    calls: [{file: join(folder, 'calls.tf'), line: 1, column: 1}],
  })
})
