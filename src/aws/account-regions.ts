import {alwaysOnRegions} from '../model/region-names.ts'
import {call, FailedCall} from './call.ts'
import type {AwsSession} from './session.ts'

/** Regions of an account by name, and whether each is on; undefined where the account may not be asked. */
export type AccountRegions = ReadonlyMap<string, boolean>

const alwaysOn: ReadonlySet<string> = new Set(alwaysOnRegions)

/** In China and GovCloud no region has to be enabled. */
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
