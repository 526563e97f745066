import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, test, vi} from 'vitest'

import type {IamPolicy} from '../../src/aws/iam-policy.ts'
import Permissions from '../../src/commands/permissions.ts'
import {found} from '../backends/sandbox.ts'
import {startStore} from '../backends/store-loopback.ts'
import {runCommand} from '../cli/run-command.ts'

/** What the caller is granted where S3 says that it decrypts with this key. */
async function ofStates(argv: readonly string[], kmsKey: string) {
  const headers = {'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': kmsKey}
  await using store = await startStore(() => ({...found, headers}))
  vi.stubEnv('AWS_ENDPOINT_URL', store.url)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDSTATES')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x')
  vi.stubEnv('AWS_REGION', 'eu-west-1')
  const {stdout, stderr, exit} = await runCommand(Permissions, argv)
  vi.unstubAllEnvs()
  expect(exit, stderr).toBe(0)
  const {caller = []} = JSON.parse(stdout) as {readonly caller?: readonly IamPolicy[]}
  const all = caller.flatMap(({Statement}) => Statement)
  return {stderr, statements: all.map(({Sid, Action, Resource}) => ({Sid, Action, Resource}))}
}

describe('trueup permissions of states in S3', () => {
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/1a2b'

  const ofObject = {
    Sid: 'TrueupStateStore',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::states', 'arn:aws:s3:::states/net.tfstate'],
  }
  const ofKey = {Sid: 'TrueupStateKey', Action: ['kms:Decrypt'], Resource: [key]}

  test('grants the key that S3 says it decrypts with', async () => {
    const {statements, stderr} = await ofStates(['--state', 's3://states/net.tfstate'], key)
    expect(statements).toEqual([ofObject, ofKey])
    expect(stderr).not.toContain('KMS')
  })

  test('says of a key that no policy can name which it is', async () => {
    const {statements, stderr} = await ofStates(['--state', 's3://states/net.tfstate'], 'alias/states')
    expect(statements).toEqual([ofObject])
    expect(stderr).toContain(
      's3://states/net.tfstate is encrypted with the KMS key alias/states: grant kms:Decrypt on its ARN as well.',
    )
  })

  test('grants what a version takes, on the object without it', async () => {
    const {statements} = await ofStates(['--state', 's3://states/net.tfstate?versionId=v1'], key)
    expect(statements).toEqual([
      ofObject,
      {Sid: 'TrueupStateVersion', Action: ['s3:GetObjectVersion'], Resource: ['arn:aws:s3:::states/net.tfstate']},
      ofKey,
    ])
  })

  test('grants the bucket of a backend, and the key that its next version is written with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trueup-permissions-'))
    const next = 'arn:aws:kms:eu-west-1:444455556666:key/3c4d'
    const block = `bucket = "states"\nkey = "net.tfstate"\nregion = "eu-west-1"\nencrypt = true\nkms_key_id = "${next}"`
    await writeFile(join(folder, 'main.tf'), `terraform {\n backend "s3" {\n${block}\n }\n}`)
    const {statements} = await ofStates(['--state', `backend:${folder}`], key)
    expect(statements).toEqual([ofObject, {...ofKey, Resource: [key, next]}])
    await rm(folder, {recursive: true})
  })

  test('of a history and of bills tells on standard error that a key may be needed', async () => {
    const {stderr, stdout} = await runCommand(Permissions, [
      '--for',
      'history',
      '--for',
      'bill',
      '--keep',
      's3://kept/prod',
    ])
    expect(stderr).toContain(
      'encrypts s3://kept/prod, grant kms:Decrypt (and, to keep runs, kms:GenerateDataKey) on that key',
    )
    expect(stderr).toContain('encrypts a bill in S3, grant kms:Decrypt')
    expect(JSON.parse(stdout)).toHaveProperty('Statement')
  })
})
