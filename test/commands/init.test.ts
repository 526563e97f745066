import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import Init from '../../src/commands/init.ts'
import {projectKeys} from '../../src/pipeline/project/keys.ts'
import {loadProject} from '../../src/pipeline/project/load.ts'
import {runCommand} from '../cli/run-command.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-init-'))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, {recursive: true})
})

const written = async () => readFile(join(folder, 'trueup.yaml'), 'utf8')

test('trueup init writes a project file that says nothing yet, and every key of which can be uncommented, where there is nothing to find', async () => {
  const {exit} = await runCommand(Init)
  expect(exit).toBe(0)
  const text = await written()
  expect(loadProject({name: 'trueup.yaml', text}).settings).toEqual([])
  const names = [...text.matchAll(/^# ([a-z_]+):/gm)].map(([, name]) => name)
  expect(names).toEqual(Object.keys(projectKeys))
  const examples = [...text.matchAll(/^# ([a-z_]+: .+)$/gm)].map(([, line]) => line)
  expect(examples.length).toBeGreaterThan(15)
  const {file} = loadProject({name: 'trueup.yaml', text: examples.join('\n')})
  expect(Object.keys(file)).toHaveLength(examples.length)
})

test('trueup init leaves a file that is there as it is', async () => {
  await runCommand(Init)
  const before = await written()
  const {exit, stderr} = await runCommand(Init)
  expect({exit, stderr}).toMatchObject({exit: 2, stderr: expect.stringContaining('project-exists')})
  expect(await written()).toBe(before)
})

async function laidOut(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), text)
  }
}

const settingsOf = (text: string) =>
  Object.fromEntries(loadProject({name: 'trueup.yaml', text}).settings.map(({flag, values}) => [flag, values]))

test('trueup init sets what it finds: states, the backends of the code, policies that are policies', async () => {
  await laidOut({
    'envs/prod/main.tf': 'terraform {\n  backend "s3" {\n    bucket = "states"\n    key = "prod"\n  }\n}\n',
    // A leftover of the time before the backend.
    'envs/prod/terraform.tfstate': '{}',
    'envs/lab/main.tf': 'resource "aws_sqs_queue" "a" {}\n',
    'envs/lab/terraform.tfstate': '{}',
    'modules/queue/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
    '.terraform/modules/x/main.tf': 'terraform {\n  backend "s3" {}\n}\n',
    'broken/main.tf': 'terraform {',
    'policies/tags.yaml': 'version: 1\nname: ours\nrules:\n  - key: Owner\n',
    'policies/network.yaml': 'allow: [ssh]\n',
  })
  const {stdout, result} = await runCommand(Init)
  expect(settingsOf(await written())).toEqual({
    state: ['envs/lab/terraform.tfstate', 'backend:envs/prod'],
    policy: ['policies/tags.yaml'],
  })
  expect(result?.found).toEqual({
    states: ['envs/lab/terraform.tfstate', 'backend:envs/prod'],
    policies: ['policies/tags.yaml'],
  })
  expect(stdout).toContain(
    'states: envs/lab/terraform.tfstate, backend:envs/prod (a state file and the backend of the code)',
  )
})

test('trueup init sets the code where there is one folder of it', async () => {
  await laidOut({'main.tf': 'resource "aws_sqs_queue" "a" {}\n', 'terraform.tfstate': '{}'})
  await runCommand(Init)
  expect(settingsOf(await written())).toEqual({state: ['terraform.tfstate'], config: ['.']})
})
