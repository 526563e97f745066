import {call, FailedCall} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import {checked} from './checked.ts'

/** Whether the account is in an organisation, and whose it is. */
export async function checkOrganization(session: AwsSession, signal: AbortSignal): Promise<readonly Check[]> {
  const about = {check: 'organization', account: session.account} as const
  return checked(about, async () => {
    const {OrganizationsClient, DescribeOrganizationCommand} = await import('@aws-sdk/client-organizations')
    const client = new OrganizationsClient(session.clientSettings(homeRegion(session.partition) ?? session.region))
    try {
      const {Organization: found} = await call('organizations:DescribeOrganization', () =>
        client.send(new DescribeOrganizationCommand({}), {abortSignal: signal}),
      )
      const isManagement = found?.MasterAccountId === session.account
      const text = `The account is in the organization ${found?.Id ?? ''}, ${isManagement ? 'as its management account' : `whose management account is ${found?.MasterAccountId ?? 'unknown'}`}.`
      return [{...about, status: 'ok', text}]
    } catch (error) {
      if (!(error instanceof FailedCall) || error.cause !== 'AWSOrganizationsNotInUseException') throw error
      return [{...about, status: 'ok', text: 'The account is in no organization.'}]
    }
  })
}
