import type {Index, Resource, ResourceExplorer2Client} from '@aws-sdk/client-resource-explorer-2'

import {call} from '../../aws/call.ts'

const pageSize = 100

/** @throws FailedCall */
export async function indexesOf(client: ResourceExplorer2Client, signal: AbortSignal): Promise<readonly Index[]> {
  const {ListIndexesCommand} = await import('@aws-sdk/client-resource-explorer-2')
  const found: Index[] = []
  let token: string | undefined
  do {
    const page = new ListIndexesCommand(token === undefined ? {} : {NextToken: token})
    const answer = await call('resource-explorer-2:ListIndexes', () => client.send(page, {abortSignal: signal}))
    found.push(...(answer.Indexes ?? []))
    token = answer.NextToken
  } while (token)
  return found
}

export interface Found {
  readonly resources: readonly Resource[]
  /** AWS shows the first thousand of a query: whether that was all. */
  readonly complete: boolean
}

/** @throws FailedCall */
async function search(client: ResourceExplorer2Client, query: string, signal: AbortSignal): Promise<Found> {
  const {SearchCommand} = await import('@aws-sdk/client-resource-explorer-2')
  const resources: Resource[] = []
  let complete = true
  let token: string | undefined
  do {
    const page = new SearchCommand({QueryString: query, MaxResults: pageSize, ...(token ? {NextToken: token} : {})})
    const answer = await call('resource-explorer-2:Search', () => client.send(page, {abortSignal: signal}))
    resources.push(...(answer.Resources ?? []))
    if (answer.Count?.Complete === false) complete = false
    token = answer.NextToken
  } while (token)
  return {resources, complete}
}

/** All of a query, however many: by whether they have tags, then by type, as far as types have shown. */
export async function searchAll(client: ResourceExplorer2Client, query: string, signal: AbortSignal): Promise<Found> {
  const first = await search(client, query, signal)
  if (first.complete) return first
  const halves = await Promise.all(['tag:none', 'tag:all'].map((tag) => search(client, `${query} ${tag}`, signal)))
  if (halves.every(({complete}) => complete))
    return {resources: halves.flatMap(({resources}) => resources), complete: true}
  const types = [
    ...new Set([first, ...halves].flatMap(({resources}) => resources.map((one) => one.ResourceType ?? ''))),
  ]
  const byType = await Promise.all(types.map((type) => search(client, `${query} resourcetype:${type}`, signal)))
  // A type of which none is among the first thousand may be there all the same.
  return {resources: byType.flatMap(({resources}) => resources), complete: false}
}
