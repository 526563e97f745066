import type {AssumeRoleRequest} from '@aws-sdk/client-sts'

import {keyOf} from '../callers.ts'
import {denial} from '../wire/fault.ts'
import {apisOf, type Api} from './api.ts'

/** The SDK renews credentials five minutes before they end: for it, a session is as long as it is told to be, less that. */
const safetyMs = 300_000

const assumeRole: Api<AssumeRoleRequest> = ({RoleArn: arn = ''}, {world, arn: who, sessionSeconds}) => {
  const [, account = '', role = ''] = /^arn:[\w-]+:iam::(\d+):role\/(.+)$/.exec(arn) ?? []
  const known = world.accounts.find(({id}) => id === account)
  if (!known?.roles.includes(role)) throw denial({name: 'sts', protocol: 'awsQuery'}, 'sts:AssumeRole', who)
  const now = Date.now()
  const Credentials = {
    AccessKeyId: keyOf(account, role, now),
    SecretAccessKey: 'not-a-secret',
    SessionToken: `token of ${account}`,
    Expiration: new Date(now + 1000 * sessionSeconds + safetyMs),
  }
  return {Credentials, AssumedRoleUser: {AssumedRoleId: 'AROAEXAMPLE:trueup', Arn: arn}}
}

export const sts = apisOf('sts', {
  AssumeRole: assumeRole,
  GetCallerIdentity: (_, {account, arn}) => ({Account: account, Arn: arn, UserId: 'AIDAEXAMPLE'}),
})
