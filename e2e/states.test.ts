import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {CreateRoleCommand, IAMClient, PutRolePolicyCommand} from '@aws-sdk/client-iam'
import {CreateStreamCommand, KinesisClient} from '@aws-sdk/client-kinesis'
import {CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client} from '@aws-sdk/client-s3'
import {CreateQueueCommand, SQSClient} from '@aws-sdk/client-sqs'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {startFront, type Front} from './front.ts'
import {moto, passFreely, reader, settings} from './moto.ts'
import {declared, hiding, refused, region, reported, stateOf, type Resource} from './scan.ts'

const Bucket = 'terraform-states'
const account = '123456789012'
const s3 = new S3Client({...settings, forcePathStyle: true})
let front: Front
let queue: string
let folder: string
/** Of the version of the state that says something else. */
let former: string | undefined

/** A queue as a state has it. */
function jobs(name: string, visibility: number): Resource {
  const attributes = {
    id: queue,
    url: queue,
    arn: `arn:aws:sqs:${region}:${account}:jobs`,
    name: 'jobs',
    visibility_timeout_seconds: visibility,
    region,
    tags: {},
    tags_all: {},
  }
  return {type: 'aws_sqs_queue', name, attributes}
}

/** A stream, which the SDK by itself would ask for over HTTP/2. */
const clicks: Resource = {
  type: 'aws_kinesis_stream',
  name: 'clicks',
  attributes: {
    id: `arn:aws:kinesis:${region}:${account}:stream/clicks`,
    arn: `arn:aws:kinesis:${region}:${account}:stream/clicks`,
    name: 'clicks',
    shard_count: 1,
    retention_period: 24,
    stream_mode_details: [{stream_mode: 'PROVISIONED'}],
    region,
    tags: {},
    tags_all: {},
  },
}

async function put(key: string, resources: readonly Resource[]): Promise<string | undefined> {
  const Body = JSON.stringify(stateOf(resources))
  const {VersionId} = await s3.send(new PutObjectCommand({Bucket, Key: key, Body}))
  return VersionId
}

beforeAll(async () => {
  front = await startFront(moto)
  folder = await mkdtemp(join(tmpdir(), 'trueup-e2e-states-'))
  // A queue's URL names the host that it was asked for.
  const sqs = new SQSClient({...settings, endpoint: front.url})
  const Attributes = {VisibilityTimeout: '120'}
  queue = (await sqs.send(new CreateQueueCommand({QueueName: 'jobs', Attributes}))).QueueUrl ?? ''
  const {openTransport} = await import('../src/aws/transport.ts')
  const kinesis = new KinesisClient({...openTransport().account()(), ...settings})
  await kinesis.send(new CreateStreamCommand({StreamName: 'clicks', ShardCount: 1}))
  const LocationConstraint = region
  await s3.send(new CreateBucketCommand({Bucket, CreateBucketConfiguration: {LocationConstraint}}))
  await s3.send(new PutBucketVersioningCommand({Bucket, VersioningConfiguration: {Status: 'Enabled'}}))
  former = await put('app.tfstate', [jobs('jobs', 60)])
  await put('app.tfstate', [jobs('jobs', 120)])
  await put('streams/clicks.tfstate', [clicks])
  await put('streams/notes.txt', [])
  await put('env:/prod/app.tfstate', [jobs('prod', 90)])
  const backend = `backend "s3" {\n    bucket = "${Bucket}"\n    key    = "app.tfstate"\n    region = "${region}"\n  }`
  await writeFile(join(folder, 'main.tf'), `terraform {\n  ${backend}\n}\n`)
})
afterAll(async () => {
  await front[Symbol.asyncDispose]()
  await rm(folder, {recursive: true})
})

function scanOf(state: string, env: Readonly<Record<string, string>> = {}) {
  return reported(['--state', state, '--live', 'service', '--only', 'aws_sqs_queue', '--only', 'aws_kinesis_stream'], {
    url: front.url,
    env,
  })
}

describe('states in a versioned bucket', () => {
  test('by their URL are the current ones', async () => {
    const report = await scanOf(`s3://${Bucket}/app.tfstate`)
    expect(declared(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(1)
  })

  test('may be older versions', async () => {
    const report = await scanOf(`s3://${Bucket}/app.tfstate?versionId=${former}`)
    expect(declared(report)).toEqual(['drifted aws_sqs_queue.jobs VisibilityTimeout'])
  })

  test('below a folder are all that are states', async () => {
    const report = await scanOf(`s3://${Bucket}/streams/`)
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(1)
  })

  test('are found by the backend of the code', async () => {
    const report = await scanOf(`backend:${folder}`)
    expect(declared(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(1)
  })

  test('are those of the workspace', async () => {
    const report = await scanOf(`backend:${folder}`, {TF_WORKSPACE: 'prod'})
    expect(declared(report)).toEqual(['drifted aws_sqs_queue.prod VisibilityTimeout'])
  })

  test('that are not there are an error that says so', async () => {
    const error = await refused(['--state', `s3://${Bucket}/of-nobody.tfstate`], {url: front.url})
    expect(error).toMatchObject({
      code: 'state-store-missing',
      message: `s3://${Bucket}/of-nobody.tfstate does not exist (NoSuchKey)`,
      exit: 2,
    })
  })
})

/** A role that may read states, and nothing else. */
async function keeper(): Promise<string> {
  const iam = new IAMClient(settings)
  const trust = {Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {AWS: '*'}}
  const AssumeRolePolicyDocument = JSON.stringify({Version: '2012-10-17', Statement: [trust]})
  const {Role} = await iam.send(new CreateRoleCommand({RoleName: 'states', AssumeRolePolicyDocument}))
  const read = {Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*'}
  const PolicyDocument = JSON.stringify({Version: '2012-10-17', Statement: [read]})
  await iam.send(new PutRolePolicyCommand({RoleName: 'states', PolicyName: 'reads', PolicyDocument}))
  return Role?.Arn ?? ''
}

describe('states that whoever scans may not read', () => {
  const state = `s3://${Bucket}/app.tfstate`
  afterEach(async () => passFreely(1_000_000))

  test('are an error that names the object and what to grant', async () => {
    const key = await reader('s3:*')
    await passFreely(0)
    const error = await refused(['--state', state, '--live', 'service'], {url: front.url, key})
    expect(error).toMatchObject({
      code: 'state-store-denied',
      message: `${state} may not be read: s3:GetObject ended in AccessDenied`,
      hint: expect.stringContaining('--state-role'),
      exit: 2,
    })
  })

  test('are read through a role of their own', async () => {
    const [key, role] = await Promise.all([reader('s3:*'), keeper()])
    await passFreely(0)
    const flags = ['--state', state, '--state-role', role, '--live', 'service', '--only', 'aws_sqs_queue']
    const report = await reported(flags, {url: front.url, key})
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(1)
  })
})
