import {call} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Check} from '../../model/checkup.ts'
import {checked} from './checked.ts'

/** Whether current tags can be read in a region. */
export async function checkTagging(
  session: AwsSession,
  region: string,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const about = {check: 'tagging', account: session.account, region} as const
  return checked(about, async () => {
    const {ResourceGroupsTaggingAPIClient, GetResourcesCommand} =
      await import('@aws-sdk/client-resource-groups-tagging-api')
    const client = new ResourceGroupsTaggingAPIClient(session.clientSettings(region))
    await call('tag:GetResources', () =>
      client.send(new GetResourcesCommand({ResourcesPerPage: 1}), {abortSignal: signal}),
    )
    return [{...about, status: 'ok', text: 'Tags can be read.'}]
  })
}
