import {join} from 'node:path'

import {describe, expect, test, vi} from 'vitest'

import type {StateAccess} from '../../src/backends/access.ts'
import {failureOf, find, found, sandbox, state, textOf, write} from './sandbox.ts'
import {startStore, type StoreAnswer} from './store-loopback.ts'

const here = sandbox()

function listing(...keys: readonly string[]): StoreAnswer {
  const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
  const body = `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`
  return {status: 200, type: 'application/xml', body}
}

function s3Failure(status: number, code: string): StoreAnswer {
  const body = `<Error><Code>${code}</Code><Message>User: arn:aws:iam::111122223333:user/x is not authorized</Message></Error>`
  return {status, type: 'application/xml', body}
}

describe('S3', () => {
  test('an object, in the version asked for', async () => {
    await using store = await startStore(() => found)
    vi.stubEnv('AWS_ENDPOINT_URL', store.url)
    const [stored] = await find('s3://states/prod/terraform.tfstate?versionId=v1&region=eu-central-1')
    expect(stored?.name).toBe('s3://states/prod/terraform.tfstate?versionId=v1')
    expect(await textOf(stored)).toBe(state)
    const [request] = store.requests
    expect(request?.path).toBe('/states/prod/terraform.tfstate')
    expect(request?.query.get('versionId')).toBe('v1')
    expect(String(request?.headers['authorization'])).toMatch(/AKIDSTATES\/\d+\/eu-central-1\/s3/)
  })

  test.each([
    ['s3://states/prod/', 'prod/', ['s3://states/prod/a/terraform.tfstate', 's3://states/prod/b.tfstate']],
    ['s3://states/prod/**/terraform.tfstate', 'prod', ['s3://states/prod/a/terraform.tfstate']],
  ])('%s names all that match', async (url, prefix, names) => {
    await using store = await startStore(() =>
      listing('prod/b.tfstate', 'prod/a/terraform.tfstate', 'prod/a/terraform.tfstate.backup'),
    )
    vi.stubEnv('AWS_ENDPOINT_URL', store.url)
    expect((await find(url, {region: 'eu-central-1'})).map(({name}) => name)).toEqual(names)
    expect(store.requests[0]?.query.get('prefix')).toBe(prefix)
  })

  test.each([
    ['state-store-denied', s3Failure(403, 'AccessDenied')],
    ['state-store-missing', s3Failure(404, 'NoSuchKey')],
    ['state-store-missing', s3Failure(404, 'NoSuchBucket')],
    ['state-store-denied', s3Failure(400, 'ExpiredToken')],
  ])('%s', async (code, answer) => {
    await using store = await startStore(() => answer)
    vi.stubEnv('AWS_ENDPOINT_URL', store.url)
    const [stored] = await find('s3://states/prod.tfstate')
    const error = await failureOf(textOf(stored))
    expect(error.code).toBe(code)
    expect(error.message).toContain('s3://states/prod.tfstate')
    expect(error.message).not.toContain('wJalr')
  })

  test.each([
    [
      'on resource: arn:aws:kms:eu-west-1:444455556666:key/1a2b because no identity-based policy allows the kms:Decrypt action',
      'kms:Decrypt on arn:aws:kms:eu-west-1:444455556666:key/1a2b',
    ],
    ['on resource: arn:aws:kms:eu-west-1:444455556666:key/1a2b with an explicit deny', 'kms:Decrypt'],
    [
      'on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      'kms:Decrypt',
    ],
  ])('a key that may not be used is named, not the object: %s', async (why, named) => {
    const message = `User: arn:aws:iam::111122223333:user/x is not authorized to perform: kms:Decrypt ${why}`
    const body = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`
    await using store = await startStore(() => ({status: 403, type: 'application/xml', body}))
    vi.stubEnv('AWS_ENDPOINT_URL', store.url)
    const [stored] = await find('s3://states/prod.tfstate')
    expect(await failureOf(textOf(stored))).toMatchObject({
      code: 'state-store-key-denied',
      message: `s3://states/prod.tfstate is encrypted with a KMS key: ${named} ended in AccessDenied`,
      hint: expect.stringContaining('kms:Decrypt'),
    })
  })

  test('the backend of code: role, workspace, endpoint; the credentials of the scan do not count', async () => {
    const keys =
      '<AccessKeyId>ASIASTATES</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>'
    await using store = await startStore(({path}) =>
      path === '/'
        ? {
            status: 200,
            type: 'text/xml',
            body: `<AssumeRoleResponse><AssumeRoleResult><Credentials>${keys}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
          }
        : found,
    )
    vi.stubEnv('AWS_ENDPOINT_URL', store.url)
    await write(here.path, {
      'main.tf': `terraform {
        backend "s3" {
          bucket      = "states"
          key         = "net/terraform.tfstate"
          region      = "eu-west-1"
          assume_role = { role_arn = "arn:aws:iam::111122223333:role/states", external_id = "x-1" }
        }
      }`,
    })
    const [stored] = await find(`backend:${here.path}`, {environment: {TF_WORKSPACE: 'blue'}})
    expect(stored?.name).toBe('s3://states/env:/blue/net/terraform.tfstate')
    expect(await textOf(stored)).toBe(state)
    expect(String(store.requests.at(-1)?.headers['authorization'])).toContain('ASIASTATES')
  })
})

function keysOf(name: string): string {
  return `[${name}]\naws_access_key_id = AKID${name}\naws_secret_access_key = x\n`
}

async function askedBy(access: Partial<StateAccess>, url = 's3://states/net.tfstate'): Promise<string> {
  await using store = await startStore(() => found)
  vi.stubEnv('AWS_ENDPOINT_URL', store.url)
  await write(here.path, {credentials: `${keysOf('scan')}${keysOf('store')}${keysOf('block')}`})
  expect(await textOf((await find(url, access))[0])).toBe(state)
  return /AKID\w+/.exec(String(store.requests.at(-1)?.headers['authorization']))?.[0] ?? ''
}

describe('whose credentials read a state in S3', () => {
  test('those of the environment, of the profile of the scan, of their own profile', async () => {
    expect(await askedBy({})).toBe('AKIDSTATES')
    expect(await askedBy({usualProfile: 'scan'})).toBe('AKIDscan')
    expect(await askedBy({usualProfile: 'scan', profile: 'store'})).toBe('AKIDstore')
  })

  test('those that the backend names, unless a flag does', async () => {
    const block = 'bucket = "states"\nkey = "net.tfstate"\nregion = "eu-west-1"\nprofile = "block"'
    await write(here.path, {'main.tf': `terraform {\n backend "s3" {\n${block}\n }\n}`})
    expect(await askedBy({usualProfile: 'scan'}, `backend:${here.path}`)).toBe('AKIDblock')
    expect(await askedBy({usualProfile: 'scan', profile: 'store'}, `backend:${here.path}`)).toBe('AKIDstore')
  })

  test('a profile that is not there is named', async () => {
    const [stored] = await find('s3://states/net.tfstate', {profile: 'nobody'})
    expect(await failureOf(textOf(stored))).toMatchObject({
      code: 'state-store-denied',
      message:
        's3://states/net.tfstate may not be read. The AWS profile nobody does not exist or yields no credentials.',
    })
  })
})

describe('the state that code keeps', () => {
  test('what terraform init wrote down counts more than the code, which leaves parts to it', async () => {
    await write(here.path, {'main.tf': 'terraform {\n  backend "s3" {}\n}'})
    const error = await failureOf(find(`backend:${here.path}`))
    expect(error).toMatchObject({
      code: 'state-store-incomplete',
      message: expect.stringContaining('does not say the key'),
    })
    const config = {bucket: 'states', key: 'net.tfstate', region: 'eu-west-1', secret_key: null}
    await write(here.path, {
      '.terraform/terraform.tfstate': JSON.stringify({version: 3, backend: {type: 's3', config}}),
    })
    expect((await find(`backend:${here.path}`)).map(({name}) => name)).toEqual(['s3://states/net.tfstate'])
  })

  test('without a backend it is a file, one for each workspace', async () => {
    await write(here.path, {
      'main.tf': '',
      'terraform.tfstate': state,
      'terraform.tfstate.d/blue/terraform.tfstate': state,
    })
    expect((await find(`backend:${here.path}`))[0]?.name).toBe(join(here.path, 'terraform.tfstate'))
    const [blue] = await find(`backend:${here.path}`, {environment: {TF_WORKSPACE: 'blue'}})
    expect(blue?.name).toBe(join(here.path, 'terraform.tfstate.d/blue/terraform.tfstate'))
    const error = await failureOf(find(`backend:${here.path}`, {environment: {TF_WORKSPACE: 'red'}}))
    expect(error.code).toBe('state-store-missing')
  })

  test('an override file has the last word', async () => {
    await write(here.path, {
      'main.tf': 'terraform {\n  backend "s3" {}\n}',
      'backend_override.tf': 'terraform {\n  backend "local" {\n    path = "other.tfstate"\n  }\n}',
      'other.tfstate': state,
    })
    expect(await textOf((await find(`backend:${here.path}`))[0])).toBe(state)
  })
})

test.each([
  ['ftp://states/x', 'state-url-invalid'],
  ['hcp://acme', 'state-url-invalid'],
  ['s3://states', 'state-url-invalid'],
  ['azurerm://acme', 'state-url-invalid'],
])('%s: %s', async (url, code) => {
  expect(await failureOf(find(url))).toMatchObject({code})
})

test('a backend that is not read is named', async () => {
  await write(here.path, {'main.tf': 'terraform {\n  backend "consul" {\n    path = "x"\n  }\n}'})
  expect(await failureOf(find(`backend:${here.path}`))).toMatchObject({
    code: 'state-store-unknown',
    message: `${join(here.path, 'main.tf')} keeps the state in the backend consul`,
  })
})
