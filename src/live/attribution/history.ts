import {isDeepStrictEqual} from 'node:util'

import type {ConfigServiceClient, ConfigurationItem, ResourceType} from '@aws-sdk/client-config-service'

import {call, FailedCall} from '../../aws/call.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {keysOf, valueAt} from '../../model/path.ts'
import {liveObjectOf} from '../config/item.ts'
import {configTypeOf} from '../config/types.ts'

/** An object as AWS knows it, and by which name. */
export interface Recorded {
  readonly type: ObjectType
  readonly id: string
  readonly name?: string | undefined
  readonly location: Location
}

/**
 * A call spans seven days at most, however little there is in them
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html): these are the 90 that CloudTrail keeps.
 */
const weeks = 13

/**
 * What AWS Config recorded of one object, newest first; empty where it records nothing of it. It is asked for one week after the other until
 * that is enough. What was recorded longer ago than CloudTrail remembers counts as unknown.
 *
 * @throws FailedCall
 */
export async function recordings(
  client: ConfigServiceClient,
  object: Recorded,
  isEnough: (newestFirst: readonly LiveObject[]) => boolean,
  signal: AbortSignal,
): Promise<readonly LiveObject[]> {
  const {type, id, name = id.split(/[|/]/).at(-1) ?? id} = object
  const own = await recordingsOf(client, {...object, resourceId: id}, isEnough, signal)
  if (own) return own
  const resourceId = await idNamed(client, {type, name}, signal)
  if (resourceId === undefined) return []
  return (await recordingsOf(client, {...object, resourceId}, isEnough, signal)) ?? []
}

type Asked = Pick<Recorded, 'type' | 'location'> & {readonly resourceId: string}

/** Undefined where Config knows of no such object. */
async function recordingsOf(
  client: ConfigServiceClient,
  {type, location, resourceId}: Asked,
  isEnough: (newestFirst: readonly LiveObject[]) => boolean,
  signal: AbortSignal,
): Promise<readonly LiveObject[] | undefined> {
  const found: LiveObject[] = []
  const {GetResourceConfigHistoryCommand} = await import('@aws-sdk/client-config-service')
  const query = {resourceType: configTypeOf(type) as ResourceType, resourceId, limit: 100}
  let token: string | undefined
  for (let week = 0; week < weeks && !isEnough(found); week++) {
    const page = new GetResourceConfigHistoryCommand({...query, ...(token === undefined ? {} : {nextToken: token})})
    const answer = await call('config:GetResourceConfigHistory', () => client.send(page, {abortSignal: signal})).catch(
      unlessUnknown,
    )
    if (!answer) return undefined
    found.push(...(answer.configurationItems ?? []).flatMap((item) => objectIn(item, {type, location, resourceId})))
    token = answer.nextToken
    if (token === undefined) break
  }
  return found
}

/** For some types, Config has identifiers of its own: `db-ABCD...` of a database, `AROA...` of a role. It finds them by their names. */
async function idNamed(
  client: ConfigServiceClient,
  {type, name}: {readonly type: ObjectType; readonly name: string},
  signal: AbortSignal,
): Promise<string | undefined> {
  const {ListDiscoveredResourcesCommand} = await import('@aws-sdk/client-config-service')
  const list = new ListDiscoveredResourcesCommand({
    resourceType: configTypeOf(type) as ResourceType,
    resourceName: name,
  })
  const answer = await call('config:ListDiscoveredResources', () => client.send(list, {abortSignal: signal})).catch(
    unlessUnknown,
  )
  const [one, ...others] = answer?.resourceIdentifiers ?? []
  return others.length === 0 ? one?.resourceId : undefined
}

/** A type that Config does not know, an object that it never saw, no recorder: it has nothing to tell. */
const unknowns: ReadonlySet<string> = new Set([
  'NoAvailableConfigurationRecorderException',
  'ResourceNotDiscoveredException',
  'ValidationException',
])

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof FailedCall) || !unknowns.has(String(error.cause))) throw error
}

function objectIn(item: ConfigurationItem, {type, location, resourceId}: Asked): readonly LiveObject[] {
  const {tags, configuration, supplementaryConfiguration, ...rest} = item
  const event = liveObjectOf(
    {
      ...rest,
      resourceType: configTypeOf(type),
      resourceId,
      tags: tags ?? null,
      configuration: configuration ?? null,
      supplementaryConfiguration: supplementaryConfiguration ?? null,
    },
    location,
  )
  return event?.kind === 'object' ? [event.object] : []
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
