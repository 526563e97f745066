/// <reference types="vite/client" />
import {mkdir, mkdtemp, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import Inspect from '../../../src/commands/inspect.ts'
import Scan from '../../../src/commands/scan.ts'
import {flagsOfOneRun, projectKeys} from '../../../src/pipeline/project/keys.ts'
import {runCommand} from '../run-command.ts'

let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'trueup-project-')))
  await mkdir(join(folder, 'envs/prod'), {recursive: true})
  await writeFile(join(folder, 'prod.tfstate'), state('aws_sqs_queue'))
  await writeFile(join(folder, 'test.tfstate'), state('aws_sns_topic'))
  vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'envs/prod'))
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

function state(type: string): string {
  const resources = [
    {
      mode: 'managed',
      type,
      name: 'x',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{schema_version: 0, attributes: {id: 'x'}}],
    },
  ]
  return JSON.stringify({version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'l', outputs: {}, resources})
}

async function project(text: string): Promise<void> {
  await writeFile(join(folder, 'trueup.yaml'), text)
}

async function inspected(argv: readonly string[] = []): Promise<string> {
  // The process stays where it is; states are read from there.
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  const here = [...argv, '--json']
  const {stdout} = await runCommand(Inspect, here)
  return stdout
}

describe('a project file', () => {
  test('says what the command line does not', async () => {
    await project(`states: [${join(folder, 'prod.tfstate')}]\n`)
    expect(await inspected()).toContain('aws_sqs_queue.x')
  })

  test('gives way to the environment, and that to a flag', async () => {
    await project(`states: [${join(folder, 'prod.tfstate')}]\n`)
    vi.stubEnv('TRUEUP_STATE', join(folder, 'test.tfstate'))
    const byEnvironment = await inspected()
    expect(byEnvironment).toContain('aws_sns_topic.x')
    expect(byEnvironment).not.toContain('aws_sqs_queue.x')
    const byFlag = await inspected(['--state', join(folder, 'prod.tfstate')])
    expect(byFlag).toContain('aws_sqs_queue.x')
    expect(byFlag).not.toContain('aws_sns_topic.x')
  })

  test('with mistakes is refused, each told by its place', async () => {
    await project('states: prod.tfstate\nfial_on: high\nfail_on: hihg\naccounts: [111122223333]\n')
    const {stderr, exit} = await runCommand(Scan, [])
    expect(exit).toBe(2)
    expect(stderr).toBe(`Error: The project file cannot be used:
  ../../trueup.yaml:1:9: states: must be a list, not text
  ../../trueup.yaml:2:1: trueup.yaml: unknown field "fial_on" (did you mean "fail_on"?); allowed are ${Object.keys(projectKeys).join(', ')}
  ../../trueup.yaml:3:10: fail_on: hihg: nothing is called "hihg". Did you mean high?
  ../../trueup.yaml:4:12: accounts[0]: must be an account id of twelve digits in quotes, or a mapping with an id
Hint: Mend the lines named above; schemas/trueup.schema.json describes every field, editors can check against it.
(project-invalid; trueup explain project-invalid)
`)
  })

  test('that --project names has to be there', async () => {
    const {stderr, exit} = await runCommand(Scan, ['--project', join(folder, 'other.yaml')])
    expect({exit, stderr}).toMatchObject({exit: 2, stderr: expect.stringContaining('project-not-readable')})
  })

  test('above the repository is not meant', async () => {
    await project('fial_on: high\n')
    await mkdir(join(folder, 'envs/.git'))
    const {stderr} = await runCommand(Scan, [])
    expect(stderr).toContain('no-state')
  })

  test('has nothing to do with the sample', async () => {
    await project('fial_on: high\n')
    const {exit} = await runCommand(Scan, ['--demo', '--fail-on', 'none', '--report', 'json=/dev/null'])
    expect(exit).not.toBe(2)
  })
})

test('every flag of every command is a key of the project file, or of one run', async () => {
  // The bundler's own glob: so the test is run when a command changes.
  const commands = import.meta.glob<{default: {flags?: object; baseFlags?: object}}>('../../../src/commands/**/*.ts')
  const flags = new Set<string>()
  for (const load of Object.values(commands)) {
    const {default: command} = await load()
    for (const name of Object.keys({...command.baseFlags, ...command.flags})) flags.add(name)
  }
  const known = new Set(Object.values(projectKeys).map(({flag}) => flag))
  const unknown = [...flags].filter((name) => !known.has(name as never) && !flagsOfOneRun.has(name))
  expect(unknown, 'a line in src/pipeline/project/keys.ts').toEqual([])
  expect(
    [...known].filter((name) => name !== undefined && !flags.has(name)),
    'no command has these flags',
  ).toEqual([])
})
