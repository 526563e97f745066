import {setTimeout as delay} from 'node:timers/promises'

import type {ConfigServiceClient, ResourceKey, ResourceType} from '@aws-sdk/client-config-service'

import {call} from '../../aws/call.ts'
import type {ConfigItem} from './item.ts'

export interface DiscoveredPage {
  readonly items: readonly ConfigItem[]
  /** Config listed these but did not give their documents, however often it was asked. */
  readonly unread: readonly string[]
}

/** Both APIs take 100 at most (https://docs.aws.amazon.com/config/latest/APIReference/API_BatchGetResourceConfig.html). */
const pageSize = 100
const rounds = 4

/**
 * The documents of one type without an advanced query, which some types break on some days: listed, then fetched in batches. They
 * come without tags.
 *
 * @throws FailedCall
 */
export async function* discoveredItems(
  client: ConfigServiceClient,
  configType: string,
  signal: AbortSignal,
): AsyncGenerator<DiscoveredPage> {
  const {ListDiscoveredResourcesCommand} = await import('@aws-sdk/client-config-service')
  const query = {resourceType: configType as ResourceType, limit: pageSize}
  let token: string | undefined
  do {
    const page = new ListDiscoveredResourcesCommand({...query, ...(token === undefined ? {} : {nextToken: token})})
    const {resourceIdentifiers = [], nextToken} = await call('config:ListDiscoveredResources', () =>
      client.send(page, {abortSignal: signal}),
    )
    const keys = resourceIdentifiers.map(({resourceType, resourceId}) => ({resourceType, resourceId}))
    if (keys.length > 0) yield await documentsOf(client, keys, signal)
    token = nextToken
  } while (token)
}

/** Config leaves keys unprocessed when it is busy; they are asked for again, with growing pauses. */
async function documentsOf(
  client: ConfigServiceClient,
  keys: readonly ResourceKey[],
  signal: AbortSignal,
): Promise<DiscoveredPage> {
  const {BatchGetResourceConfigCommand} = await import('@aws-sdk/client-config-service')
  const items: ConfigItem[] = []
  let open = [...keys]
  for (let round = 0; open.length > 0 && round < rounds; round++) {
    if (round > 0) await delay(50 * 2 ** round, undefined, {signal})
    const batch = new BatchGetResourceConfigCommand({resourceKeys: open})
    const answer = await call('config:BatchGetResourceConfig', () => client.send(batch, {abortSignal: signal}))
    for (const item of answer.baseConfigurationItems ?? []) {
      items.push({...item, resourceType: item.resourceType ?? '', resourceId: item.resourceId ?? ''})
    }
    open = answer.unprocessedResourceKeys ?? []
  }
  return {items, unread: open.map(({resourceId}) => resourceId ?? '')}
}
