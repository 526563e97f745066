import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import {describe, expect, it, test} from 'vitest'

import {parsePlan} from '../../../src/declared/plan/plan-document.ts'
import {type Plan, readPlan} from '../../../src/declared/plan/read-plan.ts'
import Scan from '../../../src/commands/scan.ts'
import {Sensitive, Unknown} from '../../../src/model/value.ts'
import type {ReportJson} from '../../../src/report/schema.ts'
import {runCommand} from '../../cli/run-command.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'fixtures/plans/three-sides')
const plan = relative(process.cwd(), join(folder, 'plan.json'))
const hasTerraform = spawnSync('terraform', ['version']).status === 0

describe('a plan', () => {
  test('holds the state of before, the code, and what the refresh found', async () => {
    const {recorded, planned, drifts, released, input} = await readPlan(plan, {})
    const shown = {
      input: {...input, file: 'plan.json'},
      recorded: recorded.map(brief),
      planned: planned.map(brief),
      drifts: drifts.map(({address, type, isGone, changes}) => ({address, type, isGone, changes})),
      released: [...released],
    }
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'sides.json'))
  })

  test('hides what it marks as secret', async () => {
    const {recorded, planned, drifts} = await readPlan(plan, {})
    for (const side of [recorded, planned]) {
      const key = side.find(({address}) => address === 'aws_ssm_parameter.key')
      expect(key?.attributes['value']).toBeInstanceOf(Sensitive)
    }
    const drift = drifts.find(({address}) => address === 'aws_ssm_parameter.key')
    expect(drift?.changes.map(({attribute}) => attribute)).toEqual(['value', 'version'])
    expect(JSON.stringify(drift)).not.toContain('canary')
  })

  test('leaves unknown what the apply makes known', async () => {
    const {planned} = await readPlan(plan, {})
    const fresh = planned.find(({address}) => address === 'aws_sqs_queue.new')
    expect(fresh?.attributes['arn']).toBeInstanceOf(Unknown)
  })

  test('says what each scan of it and AWS finds, and by whom it was seen', async () => {
    const {result, output} = await scanned(['--plan', plan])
    const found = result.findings.map(({code, severity, address, id, path, before, after, seenByTerraform, args}) => ({
      code,
      severity,
      of: address ?? id,
      path,
      before,
      after,
      seenByTerraform,
      because: args?.because,
    }))
    const told = {findings: found, crossCheck: result.inputs.crossCheck}
    await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'findings.json'))
    expect(output).not.toContain('canary')
  })

  test('is read from standard input', async () => {
    const bytes = readFileSync(plan)
    const {input, recorded} = await readPlan('-', {
      stdin: (async function* () {
        yield bytes
      })(),
    })
    expect(input.file).toBe('(standard input)')
    expect(recorded.length).toBe((await readPlan(plan, {})).recorded.length)
  })

  test('that is not whole says so, and nothing of what is not in it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'trueup-plan-'))
    try {
      const file = join(directory, 'plan.json')
      const whole = JSON.parse(readFileSync(plan, 'utf8')) as object
      writeFileSync(file, JSON.stringify({...whole, complete: false}))
      const {result} = await scanned(['--plan', file])
      expect(result.gaps.map(({reason}) => reason)).toContain('unreadable-input')
      const {byCode} = result.summary
      expect([byCode['not-applied'], byCode['not-configured']]).toEqual([undefined, undefined])
    } finally {
      rmSync(directory, {recursive: true})
    }
  })
})

describe('what is given instead of a plan', () => {
  it.each([
    ['plan-binary', 'PK\u0003\u0004\u0014\u0000'],
    ['plan-is-state', '{"version": 4, "lineage": "x", "serial": 1, "resources": []}'],
    ['plan-is-state-json', '{"format_version": "1.0", "values": {"root_module": {}}}'],
    ['plan-is-log', '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n'],
    ['plan-invalid-json', '{"format_version": "1.2", "secret'],
    ['plan-invalid-json', ''],
    ['not-a-plan', '{"name": "trueup"}'],
    ['not-a-plan', '[]'],
    ['plan-format-newer', '{"format_version": "2.0", "resource_changes": []}'],
  ])('%s', (code, text) => {
    expect(() => parsePlan(Buffer.from(text), 'plan.json')).toThrowError(expect.objectContaining({code}))
  })

  it('does not quote what it holds', () => {
    expect.assertions(2)
    try {
      parsePlan(Buffer.from('{"format_version": "1.2", canary'), 'plan.json')
    } catch (error) {
      expect(String(error)).not.toContain('canary')
      expect((error as Error).cause).toBeUndefined()
    }
  })

  it('is told from a plan that Windows PowerShell wrote', () => {
    const text = '\uFEFF{"format_version": "1.2", "resource_changes": []}'
    expect(parsePlan(Buffer.from(text, 'utf16le'), 'plan.json').format_version).toBe('1.2')
    expect(parsePlan(Buffer.from(text), 'plan.json').format_version).toBe('1.2')
  })
})

describe.skipIf(!hasTerraform)('a plan that Terraform makes', () => {
  it('has the same sides', {timeout: 60_000}, async () => {
    const {file, state} = realPlan()
    try {
      const read = await readPlan(join(file, 'plan.json'), {})
      expect(read.input).toMatchObject({isPartial: false, drifted: 0})
      const recorded = attributesOf(read, 'recorded')
      expect(idsIn(recorded)).toEqual(idsIn(state))
      expect(recorded['terraform_data.one']?.['input']).toEqual({a: 'a', s: '(sensitive)'})
      const planned = attributesOf(read, 'planned')
      expect(planned['terraform_data.one']).toEqual({input: {a: 'b', s: '(sensitive)'}, output: null})
      const inner = {id: null, input: 'z', output: null, triggers_replace: null}
      expect(planned['module.m[1].terraform_data.in']).toEqual(inner)
      expect(Object.keys(planned)).not.toContain('terraform_data.gone')
    } finally {
      rmSync(file, {recursive: true, force: true})
    }
  })
})

/** As JSON shows them: secrets as `(sensitive)`, unknown values as null. */
function attributesOf(read: Plan, side: 'recorded' | 'planned'): Attributes {
  const entries = read[side].map(({address, attributes}) => [
    address,
    JSON.parse(JSON.stringify(attributes)) as unknown,
  ])
  return Object.fromEntries(entries) as Attributes
}

type Attributes = Record<string, Record<string, unknown>>

function idsIn(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([address, {id}]) => [address, id]))
}

/** A state, then a change of its code, planned with the provider that needs no download. */
function realPlan(): {readonly file: string; readonly state: Attributes} {
  const directory = mkdtempSync(join(tmpdir(), 'trueup-plan-'))
  const env = {...process.env, TF_CLI_CONFIG_FILE: '', NO_COLOR: '1'}
  const run = (...args: string[]) =>
    execFileSync('terraform', args, {cwd: directory, env, encoding: 'utf8', stdio: 'pipe'})
  mkdirSync(join(directory, 'm'))
  const inner = 'resource "terraform_data" "in" {\n  input = "z"\n  triggers_replace = timestamp()\n}\n'
  writeFileSync(join(directory, 'm/main.tf'), inner)
  writeFileSync(join(directory, 'main.tf'), main('a', 'resource "terraform_data" "gone" {}'))
  run('init', '-input=false')
  run('apply', '-auto-approve', '-input=false')
  writeFileSync(join(directory, 'main.tf'), main('b', ''))
  run('plan', '-out=tfplan', '-input=false')
  writeFileSync(join(directory, 'plan.json'), run('show', '-json', 'tfplan'))
  const recorded = JSON.parse(readFileSync(join(directory, 'terraform.tfstate'), 'utf8')) as StateFile
  const state = recorded.resources.flatMap(({module, name, instances}) =>
    instances.map(({attributes}) => [`${module ? `${module}.` : ''}terraform_data.${name}`, attributes] as const),
  )
  return {file: directory, state: Object.fromEntries(state)}
}

interface StateFile {
  readonly resources: readonly {
    readonly module?: string
    readonly name: string
    readonly instances: readonly {readonly attributes: Record<string, unknown>}[]
  }[]
}

function brief({
  address,
  module,
  key,
  deposed,
  provider,
  providerLocation,
  attributes,
  origin,
}: Plan['recorded'][number]) {
  return {
    address,
    origin,
    module,
    key,
    deposed,
    provider: provider.text,
    region: providerLocation?.region,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => !dull.has(name))),
  }
}

/** The same of all queues. */
const dull = new Set([
  'arn',
  'id',
  'url',
  'kms_data_key_reuse_period_seconds',
  'max_message_size',
  'fifo_queue',
  'region',
])

async function scanned(args: readonly string[]): Promise<{readonly result: ReportJson; readonly output: string}> {
  const snapshot = join(folder, 'live.jsonl')
  const {stdout} = await runCommand(Scan, [...args, '--snapshot', snapshot, '--fail-on', 'none', '--json'])
  return {result: JSON.parse(stdout) as ReportJson, output: stdout}
}

function main(value: string, more: string): string {
  return `
    resource "terraform_data" "one" {
      input = { a = "${value}", s = sensitive("canary") }
    }
    module "m" {
      source = "./m"
      count  = 2
    }
    ${more}`
}
