import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import Scan from '../../src/commands/scan.ts'
import Snapshot from '../../src/commands/snapshot.ts'
import {openSnapshot} from '../../src/live/snapshot/read.ts'
import {runCommand} from '../cli/run-command.ts'
import {eventsOf, withoutEnds} from '../live/events-of.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'

let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-snapshot-'))
  out = join(folder, 'live.jsonl.gz')
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', folder)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDCALLER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret')
  vi.stubEnv('AWS_REGION', 'eu-central-1')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const queue = {
  resourceType: 'AWS::SQS::Queue',
  resourceId: 'https://sqs.eu-central-1.amazonaws.com/111122223333/jobs',
  accountId: '111122223333',
  awsRegion: 'eu-central-1',
  arn: 'arn:aws:sqs:eu-central-1:111122223333:jobs',
  configurationItemCaptureTime: '2026-03-01T12:00:00Z',
  configuration: {QueueArn: 'arn:aws:sqs:eu-central-1:111122223333:jobs', VisibilityTimeout: 30},
}

const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ci</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>'

/** An account with one queue; what `deny` names is refused. */
function account(...deny: readonly string[]): (request: WireRequest) => Answer {
  const answers: Readonly<Record<string, Answer>> = {
    GetCallerIdentity: [200, identity],
    DescribeConfigurationRecorders: [
      200,
      {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]},
    ],
    DescribeConfigurationRecorderStatus: [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}],
    SelectResourceConfig: [200, {Results: [JSON.stringify(queue)]}],
    GetResources: [
      200,
      {ResourceTagMappingList: [{ResourceARN: queue.arn, Tags: [{Key: 'team', Value: 'vision'}]}], PaginationToken: ''},
    ],
  }
  const denied: Answer = [400, {__type: 'AccessDeniedException', message: 'not authorized'}]
  return ({operation}) => (deny.includes(operation) ? denied : (answers[operation] ?? denied))
}

async function snapshotOf(answer: (request: WireRequest) => Answer, ...flags: readonly string[]) {
  await using aws = await startLoopback(answer)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const run = await runCommand(Snapshot, ['--out', out, '--type', 'AWS::SQS::Queue', ...flags])
  return {...run, requests: aws.requests}
}

test('an account is written to a file, and the file is what it says', async () => {
  const {stdout, stderr, exit} = await snapshotOf(account())
  expect({exit, stderr}).toEqual({exit: 0, stderr: ''})
  expect(stdout).toContain('live.jsonl.gz: 1 object of AWS account 111122223333')
  const {header, events} = await openSnapshot(out)
  expect(header.locations).toEqual([{partition: 'aws', account: '111122223333', region: 'eu-central-1'}])
  expect(withoutEnds(await eventsOf(events))).toMatchObject([
    {kind: 'scope', scope: {type: 'AWS::SQS::Queue'}},
    {kind: 'tagging-scope'},
    {kind: 'tags', tags: {team: 'vision'}},
    {kind: 'object', object: {type: 'AWS::SQS::Queue', arn: queue.arn}},
  ])
})

test('a denied call is told, and the rest is written', async () => {
  const {stdout, exit} = await snapshotOf(account('GetResources'))
  expect(exit).toBe(3)
  expect(stdout).toMatch(/Access denied.*tag:GetResources/s)
  expect(withoutEnds(await eventsOf((await openSnapshot(out)).events))).toHaveLength(3)
})

test('nothing read at all is never a success', async () => {
  const off = account('DescribeConfigurationRecorders')
  expect((await snapshotOf(off)).exit).toBe(3)
})

test('under --json the gaps and counts come as data', async () => {
  const {stdout} = await snapshotOf(account('GetResources'), '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: '1.0',
    account: '111122223333',
    counts: {object: 1, scope: 1, gap: 1},
    gaps: [{reason: 'denied', action: 'tag:GetResources'}],
  })
})

test('a state narrows it to its types and regions', async () => {
  const state = join(folder, 'terraform.tfstate')
  await writeFile(state, stateWithQueue('eu-west-1'))
  await using aws = await startLoopback(account())
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  await runCommand(Snapshot, ['--out', out, '--state', state])
  const queries = aws.requests.filter(({operation}) => operation === 'SelectResourceConfig')
  expect(queries.map(({region, body}) => [region, body.match(/'AWS::\w+::\w+'/g)])).toEqual([
    ['eu-west-1', ["'AWS::SQS::Queue'"]],
  ])
})

test('without credentials nothing is written', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  const {exit, stderr} = await runCommand(Snapshot, ['--out', out])
  expect({exit, stderr}).toEqual({exit: 2, stderr: expect.stringContaining('aws-credentials-missing')})
  expect(await readdir(folder)).not.toContain('live.jsonl.gz')
})

test('a type that nobody knows is a usage error', async () => {
  const {exit} = await snapshotOf(account(), '--type', 'aws_nonsense')
  expect(exit).toBe(2)
})

test('a scan reads AWS itself where no snapshot is named, and finds the same', async () => {
  const state = join(folder, 'terraform.tfstate')
  await writeFile(state, stateWithQueue('eu-central-1'))
  await snapshotOf(account(), '--state', state)
  await using aws = await startLoopback(account())
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const findingsOf = async (flags: readonly string[]): Promise<unknown> => {
    const {stdout} = await runCommand(Scan, ['--state', state, '--json', ...flags])
    return (JSON.parse(stdout) as {findings: unknown}).findings
  }
  const live = await findingsOf([])
  expect(live).toEqual(await findingsOf(['--snapshot', out]))
  expect(live).toMatchObject([{code: 'drifted', path: 'VisibilityTimeout'}])
})

function stateWithQueue(region: string): string {
  const attributes = {
    id: `https://sqs.${region}.amazonaws.com/111122223333/jobs`,
    url: `https://sqs.${region}.amazonaws.com/111122223333/jobs`,
    arn: `arn:aws:sqs:${region}:111122223333:jobs`,
    name: 'jobs',
    visibility_timeout_seconds: 60,
  }
  return JSON.stringify({
    version: 4,
    terraform_version: '1.12.0',
    serial: 1,
    lineage: 'a',
    resources: [
      {
        mode: 'managed',
        type: 'aws_sqs_queue',
        name: 'jobs',
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [{schema_version: 0, attributes}],
      },
    ],
  })
}
