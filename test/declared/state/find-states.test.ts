import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {findStates} from '../../../src/declared/state/find-states.ts'
import {readStates} from '../../../src/declared/state/read-states.ts'
import {UnreadableStates} from '../../../src/declared/state/unreadable-states.ts'
import {failureOf} from './collect.ts'

const state = JSON.stringify({version: 4, resources: []})
let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'trueup-states-'))
  const files = {
    'prod/terraform.tfstate': state,
    'prod/terraform.tfstate.backup': state,
    'prod/.terraform/terraform.tfstate': '{"version": 3}',
    'prod/.terraform/modules/x/example.tfstate': state,
    'dev/terraform.tfstate.d/blue/terraform.tfstate': state,
    'dev/old.tfstate': '{"version": 3}',
    'dev/[odd].tfstate': state,
    'dev/broken.tfstate': '{"version": 4, "resources": [}',
    'docs/readme.md': '',
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), {recursive: true})
    await writeFile(join(root, name), text)
  }
  await symlink(join(root, 'prod/terraform.tfstate'), join(root, 'link.tfstate'))
})

afterAll(async () => rm(root, {recursive: true}))

async function found(...patterns: readonly string[]): Promise<readonly string[]> {
  const {states, problems} = await findStates(
    patterns.map((pattern) => (pattern === '-' ? pattern : join(root, pattern))),
  )
  expect(problems).toEqual([])
  return states.map(({name}) => (name.startsWith('(') ? '-' : relative(root, name)))
}

test('a directory means all states below it, without backups and what Terraform keeps for itself', async () => {
  expect(await found('prod')).toEqual(['prod/terraform.tfstate'])
  expect(await found('dev')).toEqual([
    'dev/[odd].tfstate',
    'dev/broken.tfstate',
    'dev/old.tfstate',
    'dev/terraform.tfstate.d/blue/terraform.tfstate',
  ])
})

test('globs skip .terraform unless they name it', async () => {
  expect(await found('**/terraform.tfstate')).toEqual([
    'dev/terraform.tfstate.d/blue/terraform.tfstate',
    'prod/terraform.tfstate',
  ])
  expect(await found('prod/.terraform/*.tfstate')).toEqual(['prod/.terraform/terraform.tfstate'])
})

test('a file whose name looks like a glob is a file', async () => {
  expect(await found('dev/[odd].tfstate')).toEqual(['dev/[odd].tfstate'])
})

test('the same file is read once, by its first name', async () => {
  expect(await found('link.tfstate', 'prod', 'prod/terraform.tfstate', '-', '-')).toEqual(['link.tfstate', '-'])
})

test.each([
  ['missing.tfstate', 'does not exist'],
  ['prod/terraform.tfstate/x', 'does not exist'],
  ['nothing/**/*.tfstate', 'matches no file'],
  ['docs', 'holds no *.tfstate file'],
])('%s %s', async (pattern, reason) => {
  const error = await failureOf([join(root, pattern)])
  expect(error).toMatchObject({code: 'state-not-found', fault: 'user'})
  expect(error.message).toContain(reason)
})

test('without stores, a URL is no file', async () => {
  const error = await failureOf(['s3://states/prod/terraform.tfstate'])
  expect(error.message).toContain('URLs are not read here')
})

test('every state is tried, and all that cannot be read are named at once', async () => {
  const events: unknown[] = []
  const reading = async () => {
    for await (const event of readStates([join(root, 'dev'), join(root, 'missing.tfstate')])) events.push(event)
  }
  const error = await reading().catch((thrown: unknown) => thrown)
  expect(events).toHaveLength(2)
  expect(error).toBeInstanceOf(UnreadableStates)
  const {problems, message, code} = error as UnreadableStates
  expect(code).toBe('states-unreadable')
  expect(problems.map((problem) => problem.code)).toEqual(['state-not-found', 'state-invalid-json', 'state-format-old'])
  for (const problem of problems) expect(message).toContain(problem.message)
})

test("what the system refuses to read is the state's problem, not a crash", async () => {
  const loop = join(root, 'loop.tfstate')
  await symlink(loop, loop)
  expect(await failureOf([loop])).toMatchObject({code: 'state-unreadable', message: `${loop} cannot be read: ELOOP`})
})
