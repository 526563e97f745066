import {isDeepStrictEqual} from 'node:util'

import type {ConfigServiceClient, ResourceType} from '@aws-sdk/client-config-service'

import {call, FailedCall} from '../../aws/call.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {keysOf, valueAt} from '../../model/path.ts'
import {liveObjectOf} from '../config/item.ts'
import {configTypeOf} from '../config/types.ts'

/** What AWS Config recorded of one object, newest first; empty where it records nothing of it. Older than its last hundred recordings counts as unknown. */
export async function recordings(
  client: ConfigServiceClient,
  {type, id, location}: {readonly type: ObjectType; readonly id: string; readonly location: Location},
  signal: AbortSignal,
): Promise<readonly LiveObject[]> {
  const {GetResourceConfigHistoryCommand} = await import('@aws-sdk/client-config-service')
  const resourceType = configTypeOf(type) as ResourceType
  const query = new GetResourceConfigHistoryCommand({resourceType, resourceId: id, limit: 100})
  try {
    const {configurationItems = []} = await call('config:GetResourceConfigHistory', () =>
      client.send(query, {abortSignal: signal}),
    )
    return configurationItems.flatMap((item) => {
      const {tags, configuration, supplementaryConfiguration, ...rest} = item
      const event = liveObjectOf(
        {
          ...rest,
          resourceType: configTypeOf(type),
          resourceId: id,
          tags: tags ?? null,
          configuration: configuration ?? null,
          supplementaryConfiguration: supplementaryConfiguration ?? null,
        },
        location,
      )
      return event?.kind === 'object' ? [event.object] : []
    })
  } catch (error) {
    // A type that Config does not know, or an object that it never saw: it has nothing to tell.
    if (
      error instanceof FailedCall &&
      ['ResourceNotDiscoveredException', 'ValidationException'].includes(String(error.cause))
    ) {
      return []
    }
    throw error
  }
}

/** Between which two recordings a property took the value that it has in the newest one; undefined where it was never seen otherwise. */
export function changeIn(
  newestFirst: readonly LiveObject[],
  path: string,
): {readonly after: string; readonly at: string} | undefined {
  const keys = keysOf(path)
  const [newest] = newestFirst
  if (!newest) return undefined
  const current = propertyOf(newest, keys)
  const since = newestFirst.findIndex((object) => !isDeepStrictEqual(propertyOf(object, keys), current))
  const [before, first] = [newestFirst[since], newestFirst[since - 1]]
  if (before?.capturedAt === undefined || first?.capturedAt === undefined) return undefined
  return {after: before.capturedAt, at: first.capturedAt}
}

function propertyOf({properties, tags}: LiveObject, keys: readonly string[]) {
  const [first, key] = keys
  return first === 'Tags' && tags !== undefined ? (key === undefined ? tags : tags[key]) : valueAt(properties, keys)
}
