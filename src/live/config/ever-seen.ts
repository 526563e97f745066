import type {ConfigServiceClient, ResourceType} from '@aws-sdk/client-config-service'

import {call, FailedCall} from '../../aws/call.ts'

/**
 * Whether Config ever saw an object, deleted ones included. Config does not know every type in every region
 * (https://docs.aws.amazon.com/config/latest/developerguide/what-is-resource-config-coverage.html) and does not say so when asked: a
 * type that it cannot record looks like one of which there is nothing.
 *
 * @throws FailedCall
 */
export async function everSeen(
  client: ConfigServiceClient,
  configType: string,
  resourceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const {GetResourceConfigHistoryCommand} = await import('@aws-sdk/client-config-service')
  const query = new GetResourceConfigHistoryCommand({resourceType: configType as ResourceType, resourceId, limit: 1})
  try {
    const {configurationItems = [], nextToken} = await call('config:GetResourceConfigHistory', () =>
      client.send(query, {abortSignal: signal}),
    )
    // A call spans seven days at most: an older recording is on a page that follows.
    return configurationItems.length > 0 || nextToken !== undefined
  } catch (error) {
    if (error instanceof FailedCall && error.cause === 'ResourceNotDiscoveredException') return false
    throw error
  }
}
