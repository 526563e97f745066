import {call} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {Check} from '../../model/checkup.ts'
import {checked} from './checked.ts'

/**
 * Whether tags are activated for cost allocation: only then do they stand in a bill. Only the management account may ask, or an account
 * without an organisation (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html).
 *
 * @param keys that the tag policies demand
 */
export async function checkCostTags(
  session: AwsSession,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const about = {check: 'cost-tags', account: session.account} as const
  return checked(about, async () => {
    const active = await activeKeys(session, signal)
    const missing = keys.filter((key) => !active.has(key))
    const todo = 'Activate them in the billing console of the management account; they count from then on.'
    return [
      active.size === 0
        ? {...about, status: 'warn', text: 'No tag key is activated for cost allocation.', todo}
        : {...about, status: 'ok', text: `${active.size} tag keys are activated for cost allocation.`},
      ...missing.map((key): Check => ({
        ...about,
        status: 'warn',
        text: `The tag key ${key} is not activated for cost allocation.`,
        todo,
      })),
    ]
  })
}

async function activeKeys(session: AwsSession, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const {CostExplorerClient, ListCostAllocationTagsCommand} = await import('@aws-sdk/client-cost-explorer')
  const client = new CostExplorerClient(session.clientSettings(homeRegion(session.partition) ?? session.region))
  const keys = new Set<string>()
  let token: string | undefined
  do {
    const page = new ListCostAllocationTagsCommand({
      Status: 'Active',
      Type: 'UserDefined',
      MaxResults: 1000,
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const {CostAllocationTags: tags = [], NextToken: next} = await call('ce:ListCostAllocationTags', () =>
      client.send(page, {abortSignal: signal}),
    )
    for (const {TagKey: key} of tags) if (key !== undefined) keys.add(key)
    token = next
  } while (token)
  return keys
}
