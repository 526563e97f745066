import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {Ajv} from 'ajv'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse, parseAllDocuments} from 'yaml'

import actionSchema from '../../fixtures/report-schemas/github-action.schema.json' with {type: 'json'}
import hooksSchema from '../../fixtures/report-schemas/pre-commit-hooks.schema.json' with {type: 'json'}
import manifest from '../../package.json' with {type: 'json'}
import Scan from '../../src/commands/scan.ts'
import {variableOf} from '../../src/cli/project/fill.ts'
import {action, root, Runner, scanStep} from './runner.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const demo = join(root, 'fixtures/demo')

let runner: Runner
let folder: string
beforeEach(() => {
  runner = new Runner()
  folder = runner.folder
})
afterEach(() => runner[Symbol.dispose]())

function problemsOf(schema: object, value: unknown): unknown {
  const ajv = new Ajv({strict: false, validateFormats: false})
  return ajv.validate(schema, value) ? undefined : ajv.errors
}

describe('action.yml', () => {
  test('is what GitHub takes', () => {
    expect(problemsOf(actionSchema, action)).toBeUndefined()
    expect(problemsOf(actionSchema, {...action, runs: {using: 'composite'}})).toBeDefined()
  })

  test('hands every input on, and knows no flag that is none', () => {
    const text = read('action.yml')
    expect(Object.keys(action.inputs).filter((name) => !text.includes(`\${{ inputs.${name} }}`))).toEqual([])
    const variables = Object.keys(scanStep).filter((name) => name.startsWith('TRUEUP_'))
    expect(variables.length).toBeGreaterThan(8)
    const known = new Set(Object.keys(Scan.flags).map(variableOf))
    expect(variables.filter((name) => !known.has(name))).toEqual([])
  })
})

const sample = {
  state: join(demo, 'terraform.tfstate'),
  snapshot: join(demo, 'live.jsonl'),
  policy: join(root, 'policies/finops-baseline.yaml'),
}

describe('ci/scan.sh', () => {
  test('fails, annotates, sums up and hands files on where there is drift', () => {
    const {status, stdout, outputs, summary} = runner.scanAsAction({...sample, 'fail-on': 'high'})
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=.*terraform\.tfstate,line=\d+,/m)
    const report = JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8')) as {summary: {total: number}}
    expect(outputs).toMatchObject({'exit-code': '1', findings: String(report.summary.total)})
    expect(readFileSync(outputs['sarif'] ?? '', 'utf8')).toContain('"version": "2.1.0"')
    expect(summary).toBe(readFileSync(outputs['markdown'] ?? '', 'utf8'))
    expect(summary).toContain('aws_eks_cluster.platform')
  })

  test('takes arguments as a shell reads them, and runs nothing of what they say', () => {
    const inputs = {...sample, arguments: `--only 'aws_sqs_*' --only "aws_s3_bucket.$(touch ran)" --fail-on none`}
    const {status, outputs, stdout} = runner.scanAsAction({...inputs, annotations: 'false', summary: 'false'})
    expect({status, ran: existsSync(join(folder, 'ran'))}).toEqual({status: 0, ran: false})
    expect(stdout).not.toContain('::error')
    const {inputs: asked} = JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8')) as {
      inputs: {selection: {only: string[]}}
    }
    expect(asked.selection.only).toEqual(['aws_sqs_*', 'aws_s3_bucket.$(touch ran)'])
  })

  test('writes one comment on a pull request, and none elsewhere', () => {
    runner.program('gh', `printf '%s\\n' "$*" >> '${folder}/gh'`)
    const link = 'https://github.com/example/infra/pull/7'
    runner.scanAsAction({...sample, 'fail-on': 'none', comment: 'true'})
    expect(existsSync(join(folder, 'gh'))).toBe(false)
    const {outputs} = runner.scanAsAction({...sample, 'fail-on': 'none', comment: 'true', PULL_REQUEST: link})
    const said = readFileSync(join(folder, 'gh'), 'utf8')
    expect(said).toBe(`pr comment ${link} --body-file ${outputs['markdown']} --edit-last --create-if-none\n`)
  })

  test('tells wrong usage from findings, and hands on no files', () => {
    const {status, outputs, stderr} = runner.scanAsAction({...sample, state: 'nowhere.tfstate'})
    expect({status, outputs}).toEqual({status: 2, outputs: {...outputs, 'exit-code': '2'}})
    expect(stderr).toContain('nowhere.tfstate')
    expect(existsSync(join(folder, 'temp/trueup/report.json'))).toBe(false)
  })
})

describe('templates/scan/template.yml', () => {
  const [spec, jobs] = parseAllDocuments(read('templates/scan/template.yml')).map((document) => document.toJS()) as [
    {spec: {inputs: Record<string, {default: string}>}},
    {trueup: {script: string[]; variables: Record<string, string>; artifacts: {reports: Record<string, string>}}},
  ]

  /** What GitLab makes of `$[[ inputs.x ]]`. */
  const filled = (text: string, inputs: Readonly<Record<string, string>>) =>
    text.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
      expect(spec.spec.inputs).toHaveProperty([name])
      return inputs[name] ?? spec.spec.inputs[name]?.default ?? ''
    })

  test('uses every input', () => {
    const text = read('templates/scan/template.yml')
    expect(Object.keys(spec.spec.inputs).filter((name) => !text.includes(`$[[ inputs.${name} ]]`))).toEqual([])
  })

  test('scans, and leaves the reports that GitLab shows', () => {
    runner.program('npm', `printf '%s\\n' "$*" > '${folder}/npm'`)
    const inputs = {state: sample.state, 'fail-on': 'high', arguments: `--snapshot '${sample.snapshot}'`}
    const variables = Object.entries(jobs.trueup.variables).map(([name, value]) => [name, filled(value, inputs)])
    const script = jobs.trueup.script.map((line) => filled(line, inputs)).join('\n')
    const {status, stderr} = runner.bash(['-e', '-c', script], Object.fromEntries(variables) as Record<string, string>)
    expect({status, stderr}).toMatchObject({status: 1})
    expect(readFileSync(join(folder, 'npm'), 'utf8')).toContain('install --global')
    const {codequality, junit} = jobs.trueup.artifacts.reports
    const quality = JSON.parse(readFileSync(join(folder, codequality ?? ''), 'utf8')) as unknown[]
    expect(quality.length).toBeGreaterThan(10)
    expect(readFileSync(join(folder, junit ?? ''), 'utf8')).toContain('<testsuites')
  })
})

function queueWith(tags: string): string {
  return `resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n  tags = {${tags}}\n}\n`
}

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as {id: string; entry: string; files?: string}[]

  test('is what pre-commit takes', () => {
    expect(problemsOf(hooksSchema, hooks)).toBeUndefined()
    expect(problemsOf(hooksSchema, [{id: 'x'}])).toBeDefined()
  })

  test('the hook for tags fails on code that breaks a policy, and passes once it is mended', () => {
    const hook = hooks.find(({id}) => id === 'trueup-tags')
    writeFileSync(join(folder, 'trueup.yaml'), 'policies: [tags.yaml]\n')
    writeFileSync(join(folder, 'tags.yaml'), 'version: 1\nname: ours\nrules:\n  - key: Owner\n')
    writeFileSync(join(folder, 'main.tf'), queueWith('Stage = "prod"'))
    expect(new RegExp(hook?.files ?? '').test('modules/queue/main.tf')).toBe(true)
    const broken = runner.bash(['-c', hook?.entry ?? ''])
    writeFileSync(join(folder, 'main.tf'), queueWith('Owner = "search"'))
    const mended = runner.bash(['-c', hook?.entry ?? ''])
    expect([broken.status, mended.status]).toEqual([1, 0])
    expect(broken.stdout).toContain('main.tf:')
  })
})

test('the container has a Node that trueup runs on, gets all that the build takes, and starts trueup', () => {
  const text = read('Containerfile')
  const nodes = [...text.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => Number(version))
  const least = Number(/\d+/.exec(manifest.engines.node)?.[0])
  expect(nodes).toHaveLength(2)
  expect(nodes.every((version) => version >= least)).toBe(true)
  expect(Object.keys(manifest.bin)).toContain(/^ENTRYPOINT \["(\w+)"\]$/m.exec(text)?.[1])
  const leftOut = read('.dockerignore').trim().split('\n')
  const taken = [
    'package.json',
    'package-lock.json',
    'tsconfig.build.json',
    'NOTICE',
    'bin',
    'fixtures',
    'policies',
    'schemas',
    'scripts',
    'src',
  ]
  expect(taken.filter((name) => leftOut.includes(name) || !existsSync(join(root, name)))).toEqual([])
  expect(leftOut).toContain('node_modules')
})
