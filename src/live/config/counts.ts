import type {ConfigServiceClient, ResourceCount} from '@aws-sdk/client-config-service'

import {call} from '../../aws/call.ts'

/** How many objects there are, by Config's name of their type. */
export type Counts = ReadonlyMap<string, number>

/**
 * What the recorder of a region has discovered and not seen deleted, a hundred types a call
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_GetDiscoveredResourceCounts.html).
 *
 * @throws FailedCall
 */
export async function discoveredCounts(client: ConfigServiceClient, signal: AbortSignal): Promise<Counts> {
  const {GetDiscoveredResourceCountsCommand} = await import('@aws-sdk/client-config-service')
  const counts: ResourceCount[] = []
  let token: string | undefined
  do {
    const page = new GetDiscoveredResourceCountsCommand({limit: 100, ...(token ? {nextToken: token} : {})})
    const answer = await call('config:GetDiscoveredResourceCounts', () => client.send(page, {abortSignal: signal}))
    counts.push(...(answer.resourceCounts ?? []))
    token = answer.nextToken
  } while (token)
  return new Map(counts.map(({resourceType = '', count = 0}) => [resourceType, count]))
}
