import type {ConfigServiceClient} from '@aws-sdk/client-config-service'

import {call, FailedCall} from '../../aws/call.ts'
import type {ConfigItem} from './item.ts'

/** All that `liveObjectOf` can use; the rest of an item (relationships, hashes, events) stays with AWS. */
export const columns = [
  'accountId',
  'arn',
  'awsRegion',
  'configuration',
  'configurationItemCaptureTime',
  'configurationItemStatus',
  'resourceCreationTime',
  'resourceId',
  'resourceName',
  'resourceType',
  'supplementaryConfiguration',
  'tags',
] as const

/** https://docs.aws.amazon.com/config/latest/APIReference/API_SelectResourceConfig.html */
const expressionLimit = 4096
export const pageSize = 100

function expressionFor(configTypes: readonly string[]): string {
  const types = configTypes.map((type) => `'${type}'`).join(', ')
  return `SELECT ${columns.join(', ')} WHERE resourceType IN (${types})`
}

/** Groups of types, so that a query answers for many: as many as its expression holds, but no more than `most`. */
export function queryGroups<T>(
  types: readonly T[],
  nameOf: (type: T) => string,
  most: number,
): readonly (readonly T[])[] {
  const groups: T[][] = []
  let length = 0
  for (const type of types) {
    const last = groups.at(-1)
    const more = `, '${nameOf(type)}'`.length
    const fits = last && last.length < most && length + more <= expressionLimit
    if (fits) last.push(type)
    else groups.push([type])
    length = fits ? length + more : expressionFor([nameOf(type)]).length
  }
  return groups
}

/**
 * Full documents by advanced query, a page at a time.
 *
 * @throws FailedCall
 */
export async function* queriedItems(
  client: ConfigServiceClient,
  configTypes: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly ConfigItem[]> {
  const {SelectResourceConfigCommand} = await import('@aws-sdk/client-config-service')
  const query = {Expression: expressionFor(configTypes), Limit: pageSize}
  let token: string | undefined
  do {
    const page = new SelectResourceConfigCommand({...query, ...(token === undefined ? {} : {NextToken: token})})
    const {Results: results = [], NextToken: next} = await call('config:SelectResourceConfig', () =>
      client.send(page, {abortSignal: signal}),
    )
    yield results.map((row) => itemIn(row))
    token = next
  } while (token)
}

/** A row that cannot be read must not pass for an object that is not there. */
export function itemIn(row: string, action = 'config:SelectResourceConfig'): ConfigItem {
  try {
    return JSON.parse(row) as ConfigItem
  } catch {
    const detail = 'AWS Config answered a query with a row that is not JSON.'
    throw new FailedCall({reason: 'failed', action, detail})
  }
}
