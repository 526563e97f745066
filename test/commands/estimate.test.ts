import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import Scan from '../../src/commands/scan.ts'
import type {EstimateJson} from '../../src/report/estimate-schema.ts'
import {runCommand} from '../cli/run-command.ts'
import {startLoopback, type WireRequest} from '../live/loopback.ts'
import {data, hub, organisation, signIn, web} from '../live/organisation.ts'

let folder: string

beforeEach(async () => {
  signIn()
  folder = await mkdtemp(join(tmpdir(), 'trueup-estimate-'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

/** 250 repositories in one account. */
async function state(): Promise<string> {
  const instances = Array.from({length: 250}, (_, index) => ({
    index_key: index,
    schema_version: 0,
    attributes: {id: `r${index}`, name: `r${index}`, arn: `arn:aws:ecr:eu-central-1:${web}:repository/r${index}`},
  }))
  const resources = [
    {
      mode: 'managed',
      type: 'aws_ecr_repository',
      name: 'x',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances,
    },
  ]
  const file = join(folder, 'terraform.tfstate')
  await writeFile(
    file,
    JSON.stringify({version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'l', outputs: {}, resources}),
  )
  return file
}

const reads = new Set([
  'SelectResourceConfig',
  'GetResources',
  'GetResource',
  'ListResources',
  'BatchGetResourceConfig',
])

function isRead({operation}: WireRequest): boolean {
  return reads.has(operation)
}

test('an estimate tells the calls of each API, account and region, and reads nothing', async () => {
  await using aws = await startLoopback(organisation)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const argv = [
    '--state',
    await state(),
    '--estimate',
    '--live',
    'config',
    '--role',
    'reader',
    '--organization',
    '--region',
    'eu-central-1',
  ]
  const {stdout, exit} = await runCommand(Scan, [...argv, '--json'])
  expect(exit).toBe(0)
  expect(aws.requests.filter(isRead)).toEqual([])
  const estimate = JSON.parse(stdout) as EstimateJson
  const schema = JSON.parse(
    await readFile(new URL('../../schemas/estimate.schema.json', import.meta.url), 'utf8'),
  ) as object
  expect(new Ajv2020({strict: false}).validate(schema, estimate)).toBe(true)
  expect(estimate).toMatchObject({accounts: 3, declared: 250, leastUsd: '0'})
  const select = estimate.calls.filter(({action}) => action === 'config:SelectResourceConfig')
  const pages = (account: string) =>
    select.find((call) => call.account === account && call.region === 'eu-central-1')?.atLeast ?? 0
  // The objects of the one account are 250: two pages more than where nothing is declared.
  expect(pages(web) - pages(hub)).toBe(2)
  expect(estimate.calls).toContainEqual({
    action: 'tag:GetResources',
    account: web,
    region: 'eu-central-1',
    atLeast: 1,
    open: 'lists-tagged',
    callsPerSecond: 15,
  })
  expect(estimate.unknown).toMatchObject([{account: data, detail: expect.stringContaining('role/reader')}])
  expect(estimate.atLeast).toBe(estimate.calls.reduce((sum, {atLeast}) => sum + atLeast, 0))
  expect(estimate.atMost).toBeUndefined()
})

test('what a named aggregator is asked is counted where it is', async () => {
  const status = {SourceId: web, SourceType: 'ACCOUNT', AwsRegion: 'eu-central-1', LastUpdateStatus: 'SUCCEEDED'}
  await using aws = await startLoopback((request) => {
    if (request.operation === 'DescribeConfigurationAggregators') {
      return [200, {ConfigurationAggregators: [{ConfigurationAggregatorName: 'all'}]}]
    }
    if (request.operation === 'DescribeConfigurationAggregatorSourcesStatus') {
      return [200, {AggregatedSourceStatusList: [status]}]
    }
    return organisation(request)
  })
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const argv = ['--state', await state(), '--estimate', '--live', 'config', '--role', 'reader', '--aggregator', 'all']
  const {stdout} = await runCommand(Scan, [
    ...argv,
    '--region',
    'eu-central-1',
    '--only',
    'aws_ecr_repository',
    '--json',
  ])
  const {calls} = JSON.parse(stdout) as EstimateJson
  expect(calls.filter(({action}) => action.startsWith('config:Select'))).toEqual([
    {
      action: 'config:SelectAggregateResourceConfig',
      account: hub,
      region: 'eu-central-1',
      atLeast: 3,
      open: 'lists-undeclared',
    },
  ])
})

test('an estimate is a table for people', async () => {
  await using aws = await startLoopback(organisation)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const {stdout, exit} = await runCommand(Scan, [
    '--state',
    await state(),
    '--estimate',
    '--live',
    'config',
    '--region',
    'eu-central-1',
  ])
  expect(exit).toBe(0)
  expect(stdout).toMatch(/^2 accounts, 3 places, \d+ types, 250 declared objects\n/)
  expect(stdout).toMatch(/111122223333 +eu-central-1 +\d+\+ +config:SelectResourceConfig/)
  expect(stdout).toContain('USD 0 for the calls that AWS bills')
})
