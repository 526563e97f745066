import type {GroupedResourceCount} from '@aws-sdk/client-config-service'

import {call} from '../../aws/call.ts'
import type {Location} from '../../model/location.ts'
import type {Counts} from '../config/counts.ts'
import type {Aggregator} from './aggregator.ts'

/**
 * What an aggregator has of a place
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_GetAggregateDiscoveredResourceCounts.html).
 *
 * @throws FailedCall
 */
export async function aggregateCounts(
  {client, name}: Aggregator,
  {account, region}: Location,
  signal: AbortSignal,
): Promise<Counts> {
  const {GetAggregateDiscoveredResourceCountsCommand} = await import('@aws-sdk/client-config-service')
  const question = {
    ConfigurationAggregatorName: name,
    Filters: {AccountId: account, Region: region},
    GroupByKey: 'RESOURCE_TYPE',
    Limit: 1000,
  } as const
  const counts: GroupedResourceCount[] = []
  let token: string | undefined
  do {
    const page = new GetAggregateDiscoveredResourceCountsCommand({...question, ...(token ? {NextToken: token} : {})})
    const action = 'config:GetAggregateDiscoveredResourceCounts'
    const answer = await call(action, () => client.send(page, {abortSignal: signal}))
    counts.push(...(answer.GroupedResourceCounts ?? []))
    token = answer.NextToken
  } while (token)
  return new Map(counts.map(({GroupName = '', ResourceCount: count = 0}) => [GroupName, count]))
}
