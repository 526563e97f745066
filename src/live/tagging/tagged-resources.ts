import type {ResourceGroupsTaggingAPIClient, ResourceTagMapping} from '@aws-sdk/client-resource-groups-tagging-api'

import {call, FailedCall} from '../../aws/call.ts'

/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html */
const pageSize = 100

/** A page's token lives 15 minutes. A walk that was held up longer starts over, but not for ever. */
const walks = 3

/**
 * All resources that have tags or had, a page at a time; pages of a walk that was cut short come twice. Not filtered by type: a type
 * that the API does not know gives an empty answer instead of an error.
 *
 * @throws FailedCall
 */
export async function* taggedResources(
  client: ResourceGroupsTaggingAPIClient,
  signal: AbortSignal,
): AsyncGenerator<readonly ResourceTagMapping[]> {
  for (let left = walks - 1; ; left--) {
    try {
      return yield* walk(client, signal)
    } catch (error) {
      const expired = error instanceof FailedCall && error.cause === 'PaginationTokenExpiredException'
      if (!expired || left === 0) throw error
    }
  }
}

async function* walk(
  client: ResourceGroupsTaggingAPIClient,
  signal: AbortSignal,
): AsyncGenerator<readonly ResourceTagMapping[]> {
  const {GetResourcesCommand} = await import('@aws-sdk/client-resource-groups-tagging-api')
  let token: string | undefined
  do {
    const page = new GetResourcesCommand({ResourcesPerPage: pageSize, ...(token ? {PaginationToken: token} : {})})
    const answer = await call('tag:GetResources', () => client.send(page, {abortSignal: signal}))
    yield answer.ResourceTagMappingList ?? []
    token = answer.PaginationToken
  } while (token)
}
