import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import Scan from '../../src/commands/scan.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import {runCommand} from '../cli/run-command.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'

let folder: string
let state: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-selection-'))
  state = join(folder, 'terraform.tfstate')
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', folder)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDCALLER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_REGION', 'eu-central-1')
  await writeFile(state, JSON.stringify(declared))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const account = '111122223333'

function urlOf(name: string): string {
  return `https://sqs.eu-central-1.amazonaws.com/${account}/${name}`
}

function queueOf(name: string) {
  const arn = `arn:aws:sqs:eu-central-1:${account}:${name}`
  const attributes = {id: urlOf(name), url: urlOf(name), arn, name, visibility_timeout_seconds: 60}
  return resourceOf('aws_sqs_queue', name, attributes)
}

function resourceOf(type: string, name: string, attributes: object) {
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]'
  return {mode: 'managed', type, name, provider, instances: [{schema_version: 0, attributes}]}
}

const declared = {
  version: 4,
  terraform_version: '1.12.0',
  serial: 1,
  lineage: 'a',
  resources: [
    queueOf('jobs'),
    queueOf('results'),
    resourceOf('aws_cloudwatch_log_group', 'app', {
      id: '/app',
      name: '/app',
      arn: `arn:aws:logs:eu-central-1:${account}:log-group:/app`,
    }),
  ],
}

/** An account that Config records: three queues, of which one is nobody's, and nothing else. */
function answer({operation, body}: WireRequest): Answer {
  const rows = ['jobs', 'results', 'by-hand'].map((name) =>
    JSON.stringify({
      resourceType: 'AWS::SQS::Queue',
      resourceId: urlOf(name),
      accountId: account,
      awsRegion: 'eu-central-1',
      arn: `arn:aws:sqs:eu-central-1:${account}:${name}`,
      configurationItemCaptureTime: '2126-03-01T12:00:00Z',
      configuration: {QueueArn: `arn:aws:sqs:eu-central-1:${account}:${name}`, VisibilityTimeout: 30},
    }),
  )
  const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/ci</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`
  const answers: Readonly<Record<string, Answer>> = {
    GetCallerIdentity: [200, identity],
    DescribeConfigurationRecorders: [
      200,
      {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]},
    ],
    DescribeConfigurationRecorderStatus: [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}],
    SelectResourceConfig: [200, {Results: body.includes('AWS::SQS::Queue') ? rows : []}],
    GetResources: [200, {ResourceTagMappingList: [], PaginationToken: ''}],
  }
  return answers[operation] ?? [400, {__type: 'AccessDeniedException', message: 'not authorized'}]
}

async function scan(...flags: readonly string[]) {
  await using aws = await startLoopback(answer)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const {stdout, stderr, exit} = await runCommand(Scan, ['--state', state, '--json', ...flags])
  const asked = aws.requests.flatMap(({body}) => body.match(/AWS::\w+::\w+/g) ?? [])
  const {requests} = aws
  return {report: JSON.parse(stdout) as ReportJson, asked: [...new Set(asked)], requests, stderr, exit}
}

function found({findings}: ReportJson): readonly string[] {
  return findings.map(({code, address, id}) => `${code} ${address ?? id}`)
}

describe('a scan of', () => {
  test('one type reads that type alone, with what is unmanaged of it', async () => {
    const {report, asked} = await scan('--only', 'aws_sqs_queue')
    expect(asked).toEqual(['AWS::SQS::Queue'])
    expect(found(report)).toEqual([
      'drifted aws_sqs_queue.jobs',
      'drifted aws_sqs_queue.results',
      `unmanaged ${urlOf('by-hand')}`,
    ])
    expect(report.coverage.resources).toMatchObject({declared: 2, compared: 2, leftOut: 1})
    expect(report.inputs.selection).toEqual({only: ['aws_sqs_queue'], skip: []})
  })

  test('one address says nothing of the others, which are owned all the same', async () => {
    const {report, asked} = await scan('--only', 'aws_sqs_queue.jobs')
    expect(asked).toEqual(['AWS::SQS::Queue'])
    expect(found(report)).toEqual(['drifted aws_sqs_queue.jobs'])
    expect(report.coverage.resources).toMatchObject({declared: 1, compared: 1, leftOut: 2})
  })

  test('all but a type asks nothing about that type, and is never called clean', async () => {
    const {report, asked, requests} = await scan(
      '--skip',
      'AWS::SQS::*',
      '--skip',
      'AWS::[IE]*',
      '--only',
      'aws_cloudwatch_log_group',
    )
    expect(asked).not.toContain('AWS::SQS::Queue')
    expect(requests.map(({operation}) => operation)).not.toContain('SelectResourceConfig')
    expect(report.summary.clean).toBe(false)
    expect(report.coverage.resources).toMatchObject({declared: 1, leftOut: 2})
  })
})

async function ignoring(rule: string) {
  const file = join(folder, 'ignores.yaml')
  await writeFile(file, `ignore: [{reason: not ours, ${rule}}]\n`)
  return scan('--ignore-file', file)
}

describe('what is ignored as a whole', () => {
  test('by its type is not read, and is counted', async () => {
    const {report, asked} = await ignoring('type: aws_sqs_queue')
    expect(asked).not.toContain('AWS::SQS::Queue')
    expect(found(report).filter((one) => one.includes('queue'))).toEqual([])
    expect(report.ignored).toMatchObject({
      findings: 0,
      resources: 2,
      by: [{kind: 'project', rule: 'type: aws_sqs_queue', reason: 'not ours', resources: 2}],
    })
    expect(report.coverage.resources).toMatchObject({declared: 1, leftOut: 2})
  })

  test('by its address says nothing of that, and owns it all the same', async () => {
    const {report} = await ignoring('address: aws_sqs_queue.jobs')
    expect(found(report).filter((one) => one.includes('sqs'))).toEqual([
      'drifted aws_sqs_queue.results',
      `unmanaged ${urlOf('by-hand')}`,
    ])
    expect(report.ignored).toMatchObject({findings: 0, resources: 1})
  })

  test('by more than that is read, and its findings are counted', async () => {
    const {report, asked} = await ignoring('type: aws_sqs_queue, code: [unmanaged, missing]')
    expect(asked).toContain('AWS::SQS::Queue')
    expect(report.ignored).toMatchObject({findings: 1, resources: 0})
  })
})

test('what a filter rules out by its types is not read', async () => {
  const {report, asked} = await scan('--filter', "kind=='drift' && type=='aws_cloudwatch_log_group'")
  expect(asked).not.toContain('AWS::SQS::Queue')
  expect(report.filtered?.expressions).toEqual(["kind=='drift' && type=='aws_cloudwatch_log_group'"])
  expect(report.summary.clean).toBe(false)
})

test('a type of which nothing is declared is searched for where the rest is', async () => {
  vi.stubEnv('AWS_REGION', undefined)
  const {report, requests} = await scan('--only', 'aws_sns_topic', '--live', 'config')
  expect(report.coverage.resources).toMatchObject({declared: 0, leftOut: 3})
  expect(requests.filter(({operation}) => operation === 'SelectResourceConfig').map(({region}) => region)).toEqual([
    'eu-central-1',
  ])
})

test.each([
  ['eu-central-1', []],
  ['no region', []],
  ['no region', ['--estimate']],
])('a pattern that fits nothing is a mistake, not an empty scan: with %s and %j', async (region, more) => {
  if (region === 'no region') vi.stubEnv('AWS_REGION', undefined)
  const {exit, report, requests} = await scan('--only', 'aws_sqsqueue', ...more)
  expect(exit).toBe(2)
  expect(report).toMatchObject({error: {code: 'selection-empty'}})
  expect(requests).toEqual([])
})
