import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, onTestFinished, test} from 'vitest'

import Fix from '../../src/commands/fix.ts'
import Scan from '../../src/commands/scan.ts'
import type {FixJson} from '../../src/report/fix-schema.ts'
import {runCommand} from '../cli/run-command.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'schemas/fix.schema.json'), 'utf8')) as object

test('plans imports, edits and commands, and writes nothing', async () => {
  const folder = sample()
  const before = textsIn(folder)
  const plan = await fix(folder)
  expect(new Ajv2020({strict: false}).validate(schema, plan)).toBe(true)
  expect(plan.edits.map(({edit}) => `${edit.before} → ${edit.after}`).toSorted()).toEqual([
    '"PAY_PER_REQUEST" → "PROVISIONED"',
    '1024 → 3008',
    '14 → 1',
    'true → false',
  ])
  expect(plan.blocks.map(({hcl}) => /to = (.*)/.exec(hcl)?.[1])).toContain('aws_s3_bucket.heron_datasets_backup_2025')
  expect(plan.commands[0]?.kind).toBe('generate')
  expect(plan.written).toEqual([])
  expect(textsIn(folder)).toEqual(before)
})

test('what is critical is put back, unless it is asked to stay', async () => {
  const folder = sample()
  const target = '-target=aws_eks_cluster.platform'
  expect(commands(await fix(folder))).toContain(target)
  const undeclared = 'module.inference["embed"].aws_security_group.this'
  expect((await fix(folder)).left).toEqual([{of: undeclared, hindrance: 'not-set'}])
  expect((await fix(folder, '--keep', 'code')).edits).toEqual([])
})

test('--write does what the patch does, and what it leaves is valid and formatted', async () => {
  const [written, patched] = [sample(), sample()]
  const {written: files} = await fix(written, '--write')
  expect(files.map((file) => file.slice(written.length + 1)).toSorted()).toEqual([
    'databases.tf',
    'events.tf',
    'imports.tf',
    'kms.tf',
  ])
  const {patch} = await fix(patched)
  if (has('git', '--version')) {
    const relative = patch.replaceAll(`${patched}/`, '/').replaceAll(/^((?:---|\+\+\+) [ab])\/\//gm, '$1/')
    execFileSync('git', ['apply', '-'], {
      cwd: patched,
      input: relative,
      env: {...process.env, GIT_CEILING_DIRECTORIES: tmpdir()},
    })
    expect(textsIn(patched)).toEqual(textsIn(written))
  }
  if (has('terraform', 'version')) {
    const checked = spawnSync('terraform', ['fmt', '-check', '-diff', written], {encoding: 'utf8'})
    expect([checked.status, checked.stdout]).toEqual([0, ''])
  }
})

test('a report that was kept says the same', async () => {
  const folder = sample()
  const {result} = await runCommand(Scan, [...argsOf(folder), '--json', '--fail-on', 'none'])
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(result))
  const kept = await runCommand(Fix, ['--from', file, '--json'])
  expect(kept.result).toEqual(await fix(folder))
})

test('code that was changed since is refused', async () => {
  const folder = sample()
  const {result} = await runCommand(Scan, [...argsOf(folder), '--json', '--fail-on', 'none'])
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(result))
  const code = join(folder, 'kms.tf')
  writeFileSync(code, `\n${readFileSync(code, 'utf8')}`)
  const {error} = await runCommand(Fix, ['--from', file, '--write'])
  expect(error).toMatchObject({code: 'file-changed'})
})

test('what is no report is refused', async () => {
  const {error} = await runCommand(Fix, ['--from', join(root, 'package.json')])
  expect(error).toMatchObject({code: 'not-a-report'})
})

test('reads well', async () => {
  const {stdout} = await runCommand(Fix, ['--demo'])
  await expect(stdout).toMatchFileSnapshot(join(root, 'fixtures/fixes/demo.txt'))
})

function has(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0
}

function commands(plan: FixJson): readonly (string | undefined)[] {
  return plan.commands.map(({command}) => command.at(-1))
}

function sample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-fix-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  cpSync(join(root, 'fixtures/demo'), folder, {recursive: true})
  return folder
}

function argsOf(folder: string): readonly string[] {
  return ['--state', join(folder, 'terraform.tfstate'), '--snapshot', join(folder, 'live.jsonl'), '--config', folder]
}

async function fix(folder: string, ...more: string[]): Promise<FixJson> {
  const {result, error} = await runCommand(Fix, [...argsOf(folder), '--json', ...more])
  if (error) throw error
  return result as FixJson
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tf'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
