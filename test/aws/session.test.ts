import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {inspect} from 'node:util'

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'

import {readLive} from '../../src/live/read-live.ts'
import {eventsOf} from '../live/events-of.ts'
import {openAws} from '../../src/live/open-aws.ts'
import {openSession, type SessionRequest} from '../../src/aws/session.ts'
import {openSessions} from '../../src/aws/sessions.ts'
import {targetsOf} from '../../src/live/targets.ts'
import {startLoopback, type Answer, type WireRequest} from '../live/loopback.ts'

const secret = 'wJalrXUtnFEMI-example'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-aws-'))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'))
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('HOME', folder)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

function signIn(url: string): void {
  vi.stubEnv('AWS_ENDPOINT_URL', url)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDCALLER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret)
}

function sts(operation: string, result: string): Answer {
  return [200, `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`]
}

function identity(account: string, partition = 'aws'): Answer {
  return sts('GetCallerIdentity', `<Arn>arn:${partition}:sts::${account}:assumed-role/reader/trueup</Arn>`)
}

function assumed(accessKey: string): Answer {
  const keys = `<AccessKeyId>${accessKey}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey>`
  const expires = '<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>'
  return sts('AssumeRole', `<Credentials>${keys}${expires}</Credentials>`)
}

function stsError(status: number, code: string, message = code): Answer {
  return [status, `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`]
}

async function errorOf(request: SessionRequest): Promise<{code: string; fault: string; hint: string}> {
  return openSession(request).then(
    () => expect.fail('a session was opened'),
    (error: {code: string; fault: string; hint: string}) => error,
  )
}

describe('a session', () => {
  test('knows account, partition and region of its credentials', async () => {
    await using aws = await startLoopback(() => identity('111122223333', 'aws-cn'))
    signIn(aws.url)
    vi.stubEnv('AWS_REGION', 'cn-north-1')
    expect(await openSession({})).toMatchObject({account: '111122223333', partition: 'aws-cn', region: 'cn-north-1'})
  })

  test('goes through a chain of roles, the external id for the last', async () => {
    const keys: Record<string, string> = {hub: 'ASIAHUB', spoke: 'ASIASPOKE'}
    await using aws = await startLoopback(({operation, body}) => {
      const role = new URLSearchParams(body).get('RoleArn')?.split('/')[1] ?? ''
      return operation === 'AssumeRole' ? assumed(keys[role] ?? '') : identity('444455556666')
    })
    signIn(aws.url)
    const roles = ['arn:aws:iam::111122223333:role/hub', 'arn:aws:iam::444455556666:role/spoke']
    const session = await openSession({roles, externalId: 'ext-1', region: 'eu-central-1'})
    expect(session.account).toBe('444455556666')
    expect(aws.requests.map(({operation, accessKey}) => `${operation} by ${accessKey}`)).toEqual([
      'AssumeRole by AKIDCALLER',
      'AssumeRole by ASIAHUB',
      'GetCallerIdentity by ASIASPOKE',
    ])
    const [hub, spoke] = aws.requests.map(({body}) => new URLSearchParams(body))
    expect([hub?.get('ExternalId'), spoke?.get('ExternalId')]).toEqual([null, 'ext-1'])
    expect(spoke?.get('RoleSessionName')).toBe('trueup')
  })

  test('reads a region over the wire, throttled or not, and assumes its role once', async () => {
    let throttled = 0
    const answer = ({operation, body}: WireRequest): Answer => {
      if (operation === 'AssumeRole') return assumed('ASIAREADER')
      if (operation === 'GetCallerIdentity') return identity('111122223333')
      if (operation === 'DescribeConfigurationRecorders') {
        return [200, {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]}]
      }
      if (operation === 'DescribeConfigurationRecorderStatus') {
        return [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}]
      }
      if (operation === 'SelectResourceConfig' && throttled++ === 0) return [400, {__type: 'ThrottlingException'}]
      if (operation === 'SelectResourceConfig') return [200, page(body)]
      return [400, {__type: 'AccessDeniedException', message: 'not authorized to perform: tag:GetResources'}]
    }
    await using aws = await startLoopback(answer)
    signIn(aws.url)
    const roles = ['arn:aws:iam::111122223333:role/reader']
    const session = await openSession({roles, region: 'eu-central-1'})
    const targets = targetsOf(
      session,
      {regions: ['eu-central-1', 'eu-west-1']},
      {types: ['AWS::ECR::Repository'], declared: []},
    )
    const {signal} = new AbortController()
    const sessions = {home: session, of: async () => session, held: async () => undefined}
    const events = readLive({sessions, choice: 'auto', targets, signal})
    const kinds = Object.groupBy(await eventsOf(events), ({kind}) => kind)
    expect(kinds.object?.map((event) => event.kind === 'object' && event.object.id)).toEqual(
      expect.arrayContaining(['one', 'two']),
    )
    expect(kinds.object).toHaveLength(4)
    expect(kinds.scope).toHaveLength(2)
    expect(kinds.gap).toMatchObject([{gap: {reason: 'denied'}}, {gap: {reason: 'denied'}}])
    expect(aws.requests.filter(({operation}) => operation === 'AssumeRole')).toHaveLength(1)
    const reads = aws.requests.filter(({operation}) => operation === 'SelectResourceConfig')
    expect(new Set(reads.map(({region, accessKey}) => `${region} ${accessKey}`))).toEqual(
      new Set(['eu-central-1 ASIAREADER', 'eu-west-1 ASIAREADER']),
    )
  })
})

/** An AWS whose sessions have the account for a key. */
function anyAccount({operation, body, accessKey}: WireRequest): Answer {
  if (operation === 'AssumeRole') return assumed(String(new URLSearchParams(body).get('RoleArn')?.split(':')[4]))
  return identity(accessKey.startsWith('AKID') ? '111122223333' : accessKey)
}

describe('sessions of many accounts', () => {
  const accounts = ['111122223333', '444455556666', '777788889999']
  const reader = 'arn:{partition}:iam::{account}:role/reader'

  test('ask whoever hands out the credentials once', async () => {
    await using aws = await startLoopback(anyAccount)
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
    const keys = {Version: 1, AccessKeyId: 'AKIDHELPER', SecretAccessKey: secret, Expiration: '2099-01-01T00:00:00Z'}
    const helper = `echo asked >> '${folder}/asked'\ncat <<END\n${JSON.stringify(keys)}\nEND\n`
    await writeFile(join(folder, 'helper'), helper)
    await writeFile(join(folder, 'config'), `[profile prod]\ncredential_process = sh '${folder}/helper'\n`)
    const overrides = {'777788889999': {roles: ['arn:aws:iam::777788889999:role/other']}}
    const sessions = await openSessions({profile: 'prod', roles: [reader], overrides}, {region: 'eu-west-1'})
    const opened = await Promise.all(accounts.map(async (account) => sessions.of(account)))
    expect(opened.map(({account}) => account)).toEqual(accounts)
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('asked\n')
  })

  test('assume a role that all go through once', async () => {
    await using aws = await startLoopback(anyAccount)
    signIn(aws.url)
    const roles = ['arn:aws:iam::111122223333:role/hub', reader]
    const sessions = await openSessions({roles, externalId: 'ext'}, {region: 'eu-west-1'})
    await Promise.all(accounts.map(async (account) => sessions.of(account)))
    const assumptions = aws.requests.filter(({operation}) => operation === 'AssumeRole')
    const asked = assumptions.map(({accessKey, body}) => {
      const parameters = new URLSearchParams(body)
      return `${parameters.get('RoleArn')} by ${accessKey} with ${parameters.get('ExternalId')}`
    })
    expect(asked.toSorted()).toEqual([
      'arn:aws:iam::111122223333:role/hub by AKIDCALLER with null',
      ...accounts.map((account) => `arn:aws:iam::${account}:role/reader by 111122223333 with ext`),
    ])
  })
})

function page(body: string): object {
  const {NextToken: token} = JSON.parse(body) as {NextToken?: string}
  const id = token === undefined ? 'one' : 'two'
  const item = {resourceType: 'AWS::ECR::Repository', resourceId: id, configuration: {RepositoryName: id}, tags: []}
  return {Results: [JSON.stringify(item)], ...(token === undefined ? {NextToken: 'two'} : {})}
}

describe('no session', () => {
  const region = 'eu-central-1'

  test('without credentials', async () => {
    expect(await errorOf({region})).toMatchObject({code: 'aws-credentials-missing', fault: 'user'})
  })

  test('without a region', async () => {
    signIn('http://127.0.0.1:9')
    expect(await errorOf({})).toMatchObject({code: 'aws-region-missing', fault: 'user'})
  })

  test('a state that names a region is enough of one', async () => {
    await using aws = await startLoopback(() => [400, {__type: 'AccessDeniedException', message: 'no'}])
    signIn(aws.url)
    const location = {partition: 'aws', account: '111122223333', region: 'eu-west-1'}
    const wanted = {types: [], declared: [{type: 'AWS::SQS::Queue', id: 'https://queue', location}]}
    const request = {choice: 'auto', regions: []} as const
    await expect(openAws(request, wanted, {signal: new AbortController().signal})).rejects.not.toMatchObject({
      code: 'aws-region-missing',
    })
    expect(aws.requests.map(({region: asked}) => asked)).toContain('eu-west-1')
  })

  test('with a profile that does not exist', async () => {
    expect(await errorOf({region, profile: 'prod'})).toMatchObject({code: 'aws-profile-unusable', fault: 'user'})
  })

  test('with a profile whose own program gives no credentials', async () => {
    await writeFile(join(folder, 'config'), '[profile prod]\ncredential_process = /nowhere/at-all\n')
    expect(await errorOf({region, profile: 'prod'})).toMatchObject({
      code: 'aws-profile-unusable',
      hint: expect.stringContaining('--profile prod'),
    })
  })

  test('with an SSO profile that nobody signed in to', async () => {
    const sso = 'sso_session = corp\nsso_account_id = 111122223333\nsso_role_name = reader\nregion = eu-central-1'
    const corp = '[sso-session corp]\nsso_region = eu-central-1\nsso_start_url = https://corp.awsapps.example/start'
    await writeFile(join(folder, 'config'), `[profile prod]\n${sso}\n${corp}\n`)
    const error = await errorOf({region, profile: 'prod'})
    expect(error).toMatchObject({code: 'aws-sso-expired', fault: 'user'})
    expect(error.hint).toContain('aws sso login --profile prod')
  })

  test('where nothing listens', async () => {
    const aws = await startLoopback(() => [200, ''])
    await aws[Symbol.asyncDispose]()
    signIn(aws.url)
    expect(await errorOf({region})).toMatchObject({code: 'aws-unreachable', fault: 'aws'})
  })

  test.each([
    ['ExpiredToken', 403, 'aws-token-expired'],
    ['InvalidClientTokenId', 403, 'aws-credentials-invalid'],
    ['SignatureDoesNotMatch', 403, 'aws-credentials-invalid'],
    ['ServiceUnavailableForever', 400, 'aws-failed'],
  ])('when STS answers %s', async (name, status, code) => {
    await using aws = await startLoopback(() => stsError(status, name))
    signIn(aws.url)
    expect(await errorOf({region})).toMatchObject({code})
  })

  test('with a clock that is off', async () => {
    const message = 'Signature expired: 20260101T000000Z is now earlier than 20260301T000000Z'
    await using aws = await startLoopback(() => stsError(403, 'SignatureDoesNotMatch', message))
    signIn(aws.url)
    expect(await errorOf({region})).toMatchObject({code: 'aws-clock-skew', fault: 'user'})
  })

  test('for a role that may not be assumed; and no credential is in the error', async () => {
    await using aws = await startLoopback(() => stsError(403, 'AccessDenied', 'User is not authorized'))
    signIn(aws.url)
    const error = await errorOf({region, roles: ['arn:aws:iam::444455556666:role/reader']})
    expect(error).toMatchObject({code: 'aws-role-denied', message: expect.stringContaining('role/reader')})
    expect(inspect(error, {depth: 9, showHidden: true})).not.toMatch(/AKIDCALLER|Signature=|wJalr/)
  })
})
