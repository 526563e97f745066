import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'

import Inspect from '../../src/commands/inspect.ts'
import {runCommand} from '../cli/run-command.ts'
import {type Canary, readableStates, refusedStates} from '../declared/state/readable-states.ts'
import {hasSharedData} from '../shared-data.ts'

interface Inspected {
  readonly resources: readonly {readonly address: string; readonly deposed?: readonly string[]}[]
}

const root = join(import.meta.dirname, '../..')
const network = join(root, 'fixtures/states/network/terraform.tfstate')
const schema = JSON.parse(readFileSync(join(root, 'schemas/inspect.schema.json'), 'utf8')) as object

async function inspectJson(file: string): Promise<{stdout: string; inspected: Inspected}> {
  const {stdout, exit} = await runCommand(Inspect, ['--json', '--state', file])
  expect(exit).toBe(0)
  return {stdout, inspected: JSON.parse(stdout) as Inspected}
}

test('what was read, as text', async () => {
  const {stdout} = await runCommand(Inspect, ['--state', network])
  await expect(stdout.replaceAll(root, '')).toMatchFileSnapshot(join(root, 'fixtures/inspect/network.txt'))
})

test('what was read, as JSON of the published schema', async () => {
  const {stdout} = await inspectJson(network)
  const validate = new Ajv2020().compile(schema)
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
  await expect(stdout.replaceAll(root, '')).toMatchFileSnapshot(join(root, 'fixtures/inspect/network.json'))
})

test('without a state it says how to name one', async () => {
  const {stderr, exit} = await runCommand(Inspect, [])
  expect(exit).toBe(2)
  expect(stderr).toContain('--state FILE')
})

test('a state that cannot be read ends in exit code 2, with the way out', async () => {
  const {stdout, exit} = await runCommand(Inspect, [
    '--json',
    '--state',
    join(root, 'fixtures/states/empty/terraform.tfstate'),
  ])
  expect(exit).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({error: {code: 'state-empty'}})
})

describe.skipIf(!hasSharedData)('real states', () => {
  test.each(readableStates())(
    '$name: the addresses that Terraform lists, and no secret',
    async ({name, file, addresses, canaries}) => {
      const {stdout, inspected} = await inspectJson(file)
      const expected = refusedStates[name] ?? addresses
      expect(inspected.resources.map(({address}) => address).toSorted()).toEqual(expected.toSorted())
      const text = await runCommand(Inspect, ['--state', file])
      const shown = canaries.filter((canary) => isHidden(canary) && (canary.shows(stdout) || canary.shows(text.stdout)))
      expect(shown.map(({kind, path}) => `${kind} ${path}`)).toEqual([])
    },
  )
})

/** Planted texts that are no secrets and stand in ids and addresses, too: suffixes of names, a region, a user, a Google project. */
function isHidden({kind, path}: Canary): boolean {
  return kind !== 'random_string.result' && !path.startsWith('outputs.') && !path.startsWith('google_cloud_run')
}

describe('code', () => {
  const code = join(root, 'fixtures/hcl/providers')

  test('what it sets, and why the rest cannot be known, as JSON of the published schema', async () => {
    const {stdout, exit} = await runCommand(Inspect, ['--json', '--config', code])
    expect(exit).toBe(0)
    const inspected: unknown = JSON.parse(stdout)
    const validate = new Ajv2020().compile(schema)
    expect(validate(inspected), JSON.stringify(validate.errors)).toBe(true)
    await expect(stdout.replaceAll(root, '')).toMatchFileSnapshot(join(root, 'fixtures/inspect/code.json'))
  })

  test('as text', async () => {
    const {stdout} = await runCommand(Inspect, ['--config', code])
    await expect(stdout.replaceAll(root, '')).toMatchFileSnapshot(join(root, 'fixtures/inspect/code.txt'))
  })

  test('variables are given as Terraform takes them', async () => {
    const {stdout} = await runCommand(Inspect, [
      '--json',
      '--config',
      join(root, 'fixtures/hcl/unknown-values'),
      '--var',
      'owner=ops',
    ])
    const {resources} = JSON.parse(stdout) as {
      resources: {address: string; tags: unknown; unknown: Record<string, string>}[]
    }
    const server = resources.find(({address}) => address === 'aws_instance.server')
    expect(server).toMatchObject({
      tags: {Team: 'core', Owner: 'ops', Name: 'server', Image: null},
      unknown: {'tags.Image': 'data.aws_ami.gpu.name: a data source is read when the configuration is applied'},
    })
    expect(stdout).not.toContain('hunter2')
  })
})
