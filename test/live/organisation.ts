import {vi} from 'vitest'

import type {Answer, WireRequest} from './loopback.ts'

const secret = 'wJalrXUtnFEMI-example'
export const [hub, web, data, closed] = ['111122223333', '222233334444', '333344445555', '444455556666']

/** Credentials of the account from which all others are reached, and of no other source. */
export function signIn(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('AWS_ACCESS_KEY_ID', `AKID${hub}`)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret)
  vi.stubEnv('AWS_REGION', 'eu-central-1')
}

/** An organisation of three accounts and a closed one; nobody may assume a role in `data`. Whose key it is tells the account. */
export function organisation({operation, body, accessKey, region}: WireRequest): Answer {
  const query = new URLSearchParams(body)
  const account = /\d{12}$/.exec(accessKey)?.[0] ?? ''
  if (operation === 'GetCallerIdentity')
    return sts(operation, `<Arn>arn:aws:sts::${account}:assumed-role/reader/x</Arn>`)
  if (operation === 'AssumeRole') {
    const of = query.get('RoleArn')?.split(':')[4] ?? ''
    return of === data ? denied : assumed(of)
  }
  if (operation === 'ListAccounts') {
    const members = [hub, web, data].map((Id) => ({Id, State: 'ACTIVE'}))
    return JSON.parse(body).NextToken
      ? [200, {Accounts: [{Id: closed, State: 'SUSPENDED'}]}]
      : [200, {Accounts: members, NextToken: 'more'}]
  }
  if (operation === '/listRegions') {
    return [
      200,
      {
        Regions: [
          {RegionName: 'eu-central-1', RegionOptStatus: 'ENABLED_BY_DEFAULT'},
          {RegionName: 'me-central-1', RegionOptStatus: account === web ? 'DISABLED' : 'ENABLED'},
        ],
      },
    ]
  }
  if (operation === 'DescribeConfigurationRecorders')
    return [200, {ConfigurationRecorders: [{name: 'default', recordingGroup: {allSupported: true}}]}]
  if (operation === 'DescribeConfigurationRecorderStatus')
    return [200, {ConfigurationRecordersStatus: [{name: 'default', recording: true}]}]
  if (operation === 'SelectResourceConfig') {
    const id = `${account}-${region}`
    const item = {
      resourceType: 'AWS::ECR::Repository',
      resourceId: id,
      accountId: account,
      awsRegion: region,
      configuration: {RepositoryName: id},
      tags: [],
    }
    return [200, {Results: [JSON.stringify(item)]}]
  }
  return [200, {ResourceTagMappingList: []}]
}

const denied: Answer = [
  403,
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>',
]

function sts(operation: string, result: string): Answer {
  return [200, `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`]
}

function assumed(account: string): Answer {
  const keys = `<AccessKeyId>ASIA${account}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey>`
  const expires = '<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>'
  return sts('AssumeRole', `<Credentials>${keys}${expires}</Credentials>`)
}
