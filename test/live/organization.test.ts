import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {openAws, planReading, type AwsRequest} from '../../src/live/open-aws.ts'
import {eventsOf} from './events-of.ts'
import type {DeclaredObject} from '../../src/live/wanted.ts'
import type {Gap} from '../../src/model/gap.ts'
import {startLoopback} from './loopback.ts'
import {closed, data, hub, organisation, signIn, web} from './organisation.ts'

const types = ['AWS::ECR::Repository']

beforeEach(signIn)

afterEach(() => {
  vi.unstubAllEnvs()
})

function repository(account: string, region: string, id: string): DeclaredObject {
  return {type: 'AWS::ECR::Repository', id, location: {partition: 'aws', account, region}}
}

const everyone: AwsRequest = {choice: 'config', regions: [], roles: ['reader'], organization: {units: []}}

async function read(request: AwsRequest, declared: readonly DeclaredObject[] = []) {
  const {signal} = new AbortController()
  const {name, events} = await openAws(request, {types, declared}, {signal})
  const found: string[] = []
  const gaps: Gap[] = []
  for (const event of await eventsOf(events)) {
    if (event.kind === 'object') found.push(event.object.id)
    if (event.kind === 'gap') gaps.push(event.gap)
  }
  return {name, found: found.toSorted(), gaps}
}

describe('an organisation in one run', () => {
  test('is read account by account; one that lets nobody in is a gap with what it hides', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const declared = [
      repository(data, 'eu-central-1', 'a'),
      repository(data, 'eu-west-1', 'b'),
      repository(closed, 'eu-central-1', 'c'),
    ]
    const {name, found, gaps} = await read({...everyone, regions: ['eu-central-1']}, declared)
    expect(name).toBe('3 AWS accounts (1 left out)')
    expect(found).toEqual([`${hub}-eu-central-1`, `${web}-eu-central-1`])
    expect(gaps).toHaveLength(2)
    expect(gaps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reason: 'denied',
          action: 'sts:AssumeRole',
          location: {partition: 'aws', account: data},
          hides: {count: 1, examples: ['a']},
        }),
        expect.objectContaining({
          reason: 'not-read',
          location: {partition: 'aws', account: closed},
          detail: `The organisation says that account ${closed} is SUSPENDED.`,
          hides: {count: 1, examples: ['c']},
        }),
      ]),
    )
  })

  test('assumes each role once, and calls each account with its own credentials', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    await read({...everyone, regions: ['eu-central-1', 'eu-west-1'], sessionName: 'nightly', externalId: 'ext'})
    const assumptions = aws.requests
      .filter(({operation}) => operation === 'AssumeRole')
      .map(({body}) => new URLSearchParams(body))
    expect(assumptions.map((query) => query.get('RoleArn') ?? '').toSorted()).toEqual(
      [hub, web, data].map((account) => `arn:aws:iam::${account}:role/reader`),
    )
    expect(new Set(assumptions.map((query) => `${query.get('RoleSessionName')} ${query.get('ExternalId')}`))).toEqual(
      new Set(['nightly ext']),
    )
    const reads = aws.requests.filter(({operation}) => operation === 'SelectResourceConfig')
    expect(reads.map(({accessKey, region}) => `${accessKey} ${region}`).toSorted()).toEqual([
      `ASIA${hub} eu-central-1`,
      `ASIA${hub} eu-west-1`,
      `ASIA${web} eu-central-1`,
      `ASIA${web} eu-west-1`,
    ])
  })

  test('a region that the account has not enabled is told apart from a denied one, and not called', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const request = {...everyone, regions: ['eu-central-1', 'me-central-1'], excluded: [data]}
    const {found, gaps} = await read(request, [repository(web, 'me-central-1', 'a')])
    expect(found).toEqual([`${hub}-eu-central-1`, `${hub}-me-central-1`, `${web}-eu-central-1`])
    expect(gaps).toEqual([
      {
        reason: 'region-off',
        location: {partition: 'aws', account: web, region: 'me-central-1'},
        detail: 'The account has not enabled this region.',
        hides: {count: 1, examples: ['a']},
      },
    ])
    const calls = aws.requests.filter(({accessKey, region}) => accessKey === `ASIA${web}` && region === 'me-central-1')
    expect(calls).toEqual([])
  })

  test('--region all reads what each account has enabled', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const {found} = await read({...everyone, regions: ['all'], excluded: [data]})
    expect(found).toEqual([`${hub}-eu-central-1`, `${hub}-me-central-1`, `${web}-eu-central-1`])
  })
})

async function accountsOf(request: AwsRequest, declared: readonly DeclaredObject[] = []): Promise<readonly string[]> {
  await using aws = await startLoopback(organisation)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  const {accounts} = await planReading(request, {types, declared}, new AbortController().signal)
  return accounts.accounts
}

describe('which accounts are read', () => {
  const plain: AwsRequest = {choice: 'config', regions: []}
  const declared = [repository(web, 'eu-central-1', 'a'), repository(data, 'eu-central-1', 'b')]

  test('that of the credentials, where no role leads elsewhere', async () => {
    expect(await accountsOf(plain, declared)).toEqual([hub])
  })

  test('those of what is declared, with a role for each', async () => {
    expect(await accountsOf({...plain, roles: ['arn:{partition}:iam::{account}:role/reader']}, declared)).toEqual([
      web,
      data,
    ])
  })

  test('those asked for, less the excluded', async () => {
    expect(await accountsOf({...plain, roles: ['reader'], accounts: [web, data], excluded: [data]})).toEqual([web])
  })

  test('no other than those asked for, though a role leads there and something is declared', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const {name, found, gaps} = await read({...plain, roles: ['reader'], accounts: [web]}, [
      repository(web, 'eu-central-1', 'a'),
      repository(hub, 'eu-central-1', 'b'),
    ])
    expect(name).toBe(`AWS account ${web} (1 left out)`)
    expect(found).toEqual([`${web}-eu-central-1`])
    expect(gaps).toMatchObject([
      {reason: 'not-read', location: {account: hub}, detail: `Account ${hub} is not among those that are to be read.`},
    ])
  })

  test('those of the organisation and of the project file', async () => {
    expect(await accountsOf({...everyone, overrides: {'999900001111': {roles: ['auditor']}}})).toEqual([
      hub,
      web,
      data,
      '999900001111',
    ])
  })
})

describe('how an account is reached', () => {
  test('through a chain of roles: those before the one of each account are assumed first, without its external id', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const roles = [`arn:aws:iam::${web}:role/hub`, 'arn:{partition}:iam::{account}:role/reader']
    const {found} = await read({choice: 'config', regions: ['eu-central-1'], accounts: [hub], roles, externalId: 'ext'})
    expect(found).toEqual([`${hub}-eu-central-1`])
    const assumptions = aws.requests.filter(({operation}) => operation === 'AssumeRole')
    const outline = assumptions.map(({accessKey, body}) => {
      const query = new URLSearchParams(body)
      return `${query.get('RoleArn')} by ${accessKey} with ${query.get('ExternalId') ?? 'nothing'}`
    })
    expect(outline).toContain(`arn:aws:iam::${hub}:role/reader by ASIA${web} with ext`)
    expect(new Set(outline)).toEqual(
      new Set([
        `arn:aws:iam::${web}:role/hub by AKID${hub} with nothing`,
        `arn:aws:iam::${hub}:role/reader by ASIA${web} with ext`,
      ]),
    )
  })

  test('by the usual role with an external id of its own', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const overrides = {[web ?? '']: {externalId: 'own'}}
    await read({
      choice: 'config',
      regions: ['eu-central-1'],
      roles: ['reader'],
      accounts: [web],
      externalId: 'usual',
      overrides,
    })
    const [assumption] = aws.requests.filter(({operation}) => operation === 'AssumeRole')
    expect(new URLSearchParams(assumption?.body).get('ExternalId')).toBe('own')
  })

  test('by a profile of its own, where the project file says so', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const folder = await mkdtemp(join(tmpdir(), 'trueup-profiles-'))
    const file = join(folder, 'credentials')
    await writeFile(file, `[web]\naws_access_key_id = AKID${web}\naws_secret_access_key = not-a-secret\n`)
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file)
    const overrides = {[web ?? '']: {profile: 'web', roles: []}}
    const {found, gaps} = await read({choice: 'config', regions: ['eu-central-1'], accounts: [hub, web], overrides})
    expect(found).toEqual([`${hub}-eu-central-1`, `${web}-eu-central-1`])
    expect(gaps).toEqual([])
    await rm(folder, {recursive: true})
  })

  test('not at all, where what leads there leads elsewhere', async () => {
    await using aws = await startLoopback(organisation)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const overrides = {[web ?? '']: {roles: [`arn:aws:iam::${hub}:role/reader`]}}
    const {gaps} = await read({choice: 'config', regions: ['eu-central-1'], accounts: [web], overrides})
    expect(gaps).toMatchObject([
      {reason: 'not-read', location: {account: web}, detail: expect.stringContaining('leads to another')},
    ])
  })
})

test.each([
  'arn:aws:iam::{account}:user/reader',
  'arn:aws:iam::12:role/reader',
  'arn:aws:sts::111122223333:assumed-role/reader/me',
])('the role %s, which is none, is told before AWS is asked about it', async (role) => {
  await using aws = await startLoopback(organisation)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  await expect(read({choice: 'config', regions: [], accounts: [web], roles: [role]})).rejects.toMatchObject({
    code: 'role-invalid',
  })
  expect(aws.requests).toEqual([])
})

test('an organisation that may not be listed ends the run, for nothing is known of it', async () => {
  await using aws = await startLoopback((request) =>
    request.operation === 'ListAccounts'
      ? [400, {__type: 'AccessDeniedException', message: 'no'}]
      : organisation(request),
  )
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  await expect(read(everyone)).rejects.toMatchObject({
    code: 'organization-unreadable',
    hint: expect.stringContaining('organizations:ListAccounts'),
  })
})
