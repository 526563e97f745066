import type {AssumeRoleRequest} from '@aws-sdk/client-sts'

import {keyOf} from '../callers.ts'
import {denial} from '../wire/fault.ts'
import {apisOf, type Api} from './api.ts'

const assumeRole: Api<AssumeRoleRequest> = ({RoleArn: arn = ''}, {world, arn: who}) => {
  const [, account = '', role = ''] = /^arn:[\w-]+:iam::(\d+):role\/(.+)$/.exec(arn) ?? []
  const known = world.accounts.find(({id}) => id === account)
  if (!known?.roles.includes(role)) throw denial({name: 'sts', protocol: 'awsQuery'}, 'sts:AssumeRole', who)
  const Credentials = {
    AccessKeyId: keyOf(account, role),
    SecretAccessKey: 'not-a-secret',
    SessionToken: `token of ${account}`,
    Expiration: new Date(Date.now() + 3_600_000),
  }
  return {Credentials, AssumedRoleUser: {AssumedRoleId: 'AROAEXAMPLE:trueup', Arn: arn}}
}

export const sts = apisOf('sts', {
  AssumeRole: assumeRole,
  GetCallerIdentity: (_, {account, arn}) => ({Account: account, Arn: arn, UserId: 'AIDAEXAMPLE'}),
})
