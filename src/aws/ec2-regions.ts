import type {AccountRegions} from './account-regions.ts'
import {call} from './call.ts'
import type {AwsSession} from './session.ts'

/** @throws FailedCall */
export async function regionsFromEc2(session: AwsSession, signal: AbortSignal): Promise<AccountRegions> {
  const {EC2Client, DescribeRegionsCommand} = await import('@aws-sdk/client-ec2')
  const client = new EC2Client(session.clientSettings(session.region))
  const {Regions: listed = []} = await call('ec2:DescribeRegions', () =>
    client.send(new DescribeRegionsCommand({AllRegions: true}), {abortSignal: signal}),
  )
  return new Map(
    listed.flatMap(({RegionName: name, OptInStatus: status}) =>
      name === undefined ? [] : [[name, status !== 'not-opted-in'] as const],
    ),
  )
}
