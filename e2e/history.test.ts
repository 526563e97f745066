import {randomUUID} from 'node:crypto'

import {CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand} from '@aws-sdk/client-iam'
import {CreateBucketCommand, ListObjectsV2Command, S3Client} from '@aws-sdk/client-s3'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'

import {openStore} from '../src/history/open-store.ts'
import {readHistory} from '../src/history/read-history.ts'
import {currentIndex, storeIndex} from '../src/history/run-index.ts'
import {addRun} from '../src/history/runs.ts'
import {silentProgress} from '../src/model/progress.ts'
import {planPermissions} from '../src/pipeline/permissions.ts'
import {run} from '../test/history/made-run.ts'
import {moto, passFreely, settings} from './moto.ts'
import {region} from './scan.ts'

const bucket = 'kept-runs'
const place = `s3://${bucket}/prod`
const {signal} = new AbortController()
const s3 = new S3Client({...settings, forcePathStyle: true})
const access = {pathStyle: true}

/** A user who may do what `trueup permissions --for history` prints, and nothing else. */
beforeAll(async () => {
  const iam = new IAMClient(settings)
  const UserName = `history-${randomUUID()}`
  await s3.send(new CreateBucketCommand({Bucket: bucket}))
  await iam.send(new CreateUserCommand({UserName}))
  const request = {
    purposes: ['history'] as const,
    choice: 'auto',
    states: [],
    types: [],
    roles: [],
    organization: false,
  } as const
  const around = {now: new Date(), version: '1.0.0', stdin: process.stdin, signal, progress: silentProgress}
  const {reader} = await planPermissions({...request, history: place}, around)
  const PolicyDocument = JSON.stringify(reader[0])
  await iam.send(new PutUserPolicyCommand({UserName, PolicyName: 'history', PolicyDocument}))
  const {AccessKey} = await iam.send(new CreateAccessKeyCommand({UserName}))
  vi.stubEnv('AWS_ENDPOINT_URL', moto)
  vi.stubEnv('AWS_REGION', region)
  vi.stubEnv('AWS_ACCESS_KEY_ID', AccessKey?.AccessKeyId ?? '')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', AccessKey?.SecretAccessKey ?? '')
  await passFreely(0)
})

afterAll(async () => {
  await passFreely(1_000_000)
  vi.unstubAllEnvs()
})

test('runs are kept in a bucket, each once, by who may do that alone', async () => {
  const store = await openStore(place, access, signal)
  const runs = [run(1, ['a', 'b']), run(2, ['a']), run(3, ['a', 'c'])]
  await Promise.all([...runs, ...runs].map(async (one) => addRun(store, one)))
  await storeIndex(store, (await currentIndex(store)).index)
  const {counts, gaps} = await readHistory(store, {}, '2026-11-30T00:00:00.000Z')
  expect(counts).toMatchObject({still: 1, gone: 1, new: 1})
  expect(gaps).toEqual([])
  await expect(store.remove('index.json.gz')).rejects.toMatchObject({
    message: expect.stringContaining('s3:DeleteObject'),
  })
  const elsewhere = await openStore(`s3://${bucket}/test`, access, signal)
  await expect(addRun(elsewhere, run(1, []))).rejects.toMatchObject({code: 'history-not-writable'})
  await passFreely(1)
  const {Contents: objects = []} = await s3.send(new ListObjectsV2Command({Bucket: bucket}))
  expect(objects.map(({Key: key}) => key?.split('/').slice(0, 2).join('/'))).toEqual([
    'prod/index.json.gz',
    ...runs.map(() => 'prod/runs'),
  ])
})

test('one of several has the right to tell', async () => {
  const store = await openStore(place, access, signal)
  const done = await Promise.all(
    [1, 2, 3].map(async (by) => store.create('told/x/first.1.claim', Buffer.from(`${by}`))),
  )
  expect(done.filter(Boolean)).toHaveLength(1)
})
