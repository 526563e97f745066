import {call, FailedCall} from './call.ts'
import type {AwsSession} from './session.ts'

/** Regions of an account by name, and whether each is on; undefined where the account may not be asked. */
export type AccountRegions = ReadonlyMap<string, boolean>

/**
 * The regions that are on in every account of the public partition, whatever it did; all others have to be enabled
 * (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html). In China and GovCloud none has to be.
 */
const alwaysOn: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
])

export function mayBeOff(partition: string, region: string): boolean {
  return partition === 'aws' && !alwaysOn.has(region)
}

/**
 * Asked of Account Management, and of EC2 where that is denied or not there.
 *
 * @throws FailedCall with what EC2 said
 */
export async function accountRegions(session: AwsSession, signal: AbortSignal): Promise<AccountRegions> {
  try {
    return await fromAccount(session, signal)
  } catch (error) {
    if (!(error instanceof FailedCall)) throw error
    const {regionsFromEc2} = await import('./ec2-regions.ts')
    return regionsFromEc2(session, signal)
  }
}

async function fromAccount(session: AwsSession, signal: AbortSignal): Promise<AccountRegions> {
  const {AccountClient, ListRegionsCommand} = await import('@aws-sdk/client-account')
  const client = new AccountClient(session.clientSettings(session.region))
  const regions = new Map<string, boolean>()
  let token: string | undefined
  do {
    const page = new ListRegionsCommand({MaxResults: 50, ...(token === undefined ? {} : {NextToken: token})})
    const {Regions: listed = [], NextToken: next} = await call('account:ListRegions', () =>
      client.send(page, {abortSignal: signal}),
    )
    for (const {RegionName: name, RegionOptStatus: status} of listed) {
      // One that is being disabled still answers, and holds what has to be looked at.
      if (name !== undefined) regions.set(name, status !== 'DISABLED' && status !== 'ENABLING')
    }
    token = next
  } while (token)
  return regions
}
