import type {
  BatchGetResourceConfigRequest,
  GetDiscoveredResourceCountsRequest,
  GetResourceConfigHistoryRequest,
  ListDiscoveredResourcesRequest,
  SelectResourceConfigRequest,
} from '@aws-sdk/client-config-service'

import {isGlobalType} from '../../../src/live/global-types.ts'
import {homeRegion} from '../../../src/aws/home-region.ts'
import {bundledGlobalTypes} from '../../../src/live/config/coverage.ts'
import {configTypeOf, objectTypeOf} from '../../../src/live/config/types.ts'
import {AwsFault} from '../wire/fault.ts'
import {listed, Written} from '../wire/written.ts'
import type {ConfigDocument, WorldObject} from '../world.ts'
import {parseQuery} from '../advanced-query.ts'
import {recordedAt, recordedBefore, worldTime} from '../hands.ts'
import {apisOf, everythingIn, firstOf, joined, listing, page, type Api, type Context, type Listing} from './api.ts'

const recorder = {
  name: 'default',
  recordingGroup: {allSupported: true, includeGlobalResourceTypes: true, resourceTypes: []},
  recordingMode: {recordingFrequency: 'CONTINUOUS', recordingModeOverrides: []},
}

function isRecorded({world, account}: Context): boolean {
  return world.accounts.find(({id}) => id === account)?.recorded !== false
}

/** The recorder of every region keeps all it can: the first types of IAM everywhere, other global types in the home region. */
function kept(configTypes: readonly string[], {world, account, region, partition}: Context): Listing {
  const types = configTypes.map(objectTypeOf)
  const here = listing(
    world.population(account, region),
    types.filter((type) => !isGlobalType(type)),
  )
  const atHome = region === homeRegion(partition)
  const globalTypes = configTypes.filter((type) => atHome || bundledGlobalTypes.has(type)).map(objectTypeOf)
  const everywhere = listing(world.population(account, 'global'), globalTypes.filter(isGlobalType))
  return joined([here, everywhere])
}

const select: Api<SelectResourceConfigRequest> = ({Expression = '', Limit: size = 25, NextToken: token}, context) => {
  const {columns, types} = parseQuery(Expression)
  const objects = kept(types, context)
  const {indices, next} = page(objects.length, token, Math.min(size, 100))
  return answerOfQuery(
    indices.map((index) => objects.at(index)),
    columns,
    next,
  )
}

/** What a query answers, of those objects of a page that are there. */
export function answerOfQuery(
  objects: readonly WorldObject[],
  columns: readonly string[],
  next: string | undefined,
): Written {
  const rows = listed(objects.map((object) => (object.gone ? undefined : object.row(columns))))
  const info = JSON.stringify({SelectFields: columns.map((Name) => ({Name}))})
  const token = next === undefined ? '' : `,"NextToken":"${next}"`
  return new Written(`{"Results":${rows},"QueryInfo":${info}${token}}`)
}

const listDiscovered: Api<ListDiscoveredResourcesRequest> = (
  {resourceType = '', resourceName, limit: size = 100, nextToken: token},
  context,
) => {
  const objects = kept([resourceType], context)
  const {indices, next} = page(objects.length, token, size)
  const resourceIdentifiers = indices.flatMap((index) => {
    const {item, gone} = objects.at(index)
    const isAsked = resourceName === undefined || item?.['resourceName'] === resourceName
    return item && !gone && isAsked
      ? [{resourceType, resourceId: item.resourceId, resourceName: item['resourceName']}]
      : []
  })
  return {resourceIdentifiers, ...(next === undefined ? {} : {nextToken: next})}
}

const batchGet: Api<BatchGetResourceConfigRequest> = ({resourceKeys = []}, context) => {
  if (resourceKeys.length > 100) throw new AwsFault('ValidationException', 'At most 100 keys.')
  const items = resourceKeys.flatMap(({resourceType = '', resourceId = ''}) => {
    const found = find(resourceType, resourceId, context)
    return found?.item ? [base(found.item)] : []
  })
  return {baseConfigurationItems: items, unprocessedResourceKeys: []}
}

/** Without tags, the documents as text (https://docs.aws.amazon.com/config/latest/APIReference/API_BaseConfigurationItem.html). */
function base(item: ConfigDocument): object {
  const {tags: _, configuration, configurationItemCaptureTime: time, resourceCreationTime: _created, ...rest} = item
  const supplementary = Object.entries((item['supplementaryConfiguration'] ?? {}) as Record<string, unknown>)
  return {
    ...rest,
    configuration: typeof configuration === 'string' ? configuration : JSON.stringify(configuration),
    configurationItemCaptureTime: new Date(String(time)),
    supplementaryConfiguration: Object.fromEntries(
      supplementary.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  }
}

function find(configType: string, resourceId: string, context: Context): WorldObject | undefined {
  const {world, account, region, partition} = context
  const type = objectTypeOf(configType)
  if (!isGlobalType(type)) return world.population(account, region).find(type, resourceId)
  return region === homeRegion(partition) ? world.population(account, 'global').find(type, resourceId) : undefined
}

/** What was recorded of an object, and when. */
interface Recording {
  readonly at: Date
  readonly item: object
}

/** Newest first; of an object that is gone, that it was deleted comes last. */
function recordingsOf({id, item, drifted, gone, tags}: WorldObject): readonly Recording[] {
  if (!item) return []
  const whole = (document: ConfigDocument, at: Date): Recording => {
    const written = {...base(document), tags, configurationItemCaptureTime: at, configurationItemStatus: 'OK'}
    return {at, item: {...written, configurationItemMD5Hash: '', relatedEvents: [], relationships: []}}
  }
  if (gone) {
    const {resourceType, resourceId} = item
    const deleted = {resourceType, resourceId, configurationItemStatus: 'ResourceDeleted'}
    const at = recordedAt(id)
    return [{at, item: {...deleted, configurationItemCaptureTime: at}}, whole(item, recordedBefore(id))]
  }
  if (drifted?.before) return [whole(item, recordedAt(id)), whole(drifted.before, recordedBefore(id))]
  return [whole(item, new Date(String(item['configurationItemCaptureTime'])))]
}

/** What a call spans at most (https://docs.aws.amazon.com/config/latest/APIReference/API_GetResourceConfigHistory.html). */
const weekMs = 7 * 24 * 60 * 60 * 1000

const history: Api<GetResourceConfigHistoryRequest> = (
  {resourceType = '', resourceId = '', laterTime = worldTime, limit: size = 10, nextToken: token},
  context,
) => {
  const type = objectTypeOf(resourceType)
  const found = firstOf(everythingIn(context), (one) => one.type === type && one.item?.resourceId === resourceId)
  const recordings = found ? recordingsOf(found) : []
  if (recordings.length === 0) {
    throw new AwsFault(
      'ResourceNotDiscoveredException',
      `Resource ${resourceId} of resourceType:${resourceType} is unknown`,
    )
  }
  const later = token === undefined ? laterTime.getTime() : Number(token)
  const earlier = later - weekMs
  const left = recordings.filter(({at}) => at.getTime() <= later)
  const shown = left.filter(({at}) => at.getTime() > earlier).slice(0, size)
  const next = shown.length < size ? earlier : Number(shown.at(-1)?.at) - 1
  return {
    configurationItems: shown.map(({item}) => item),
    ...(shown.length < left.length && {nextToken: String(next)}),
  }
}

/** The types that the recorder of the place keeps, with how many there are of each. */
const counts: Api<GetDiscoveredResourceCountsRequest> = ({limit: size = 100, nextToken: token}, context) => {
  const {world, account, region} = context
  const types = [...world.population(account, region).types, ...world.population(account, 'global').types]
  const {indices, next} = page(types.length, token, size)
  const resourceCounts = indices.flatMap((index) => {
    const resourceType = configTypeOf(types[index] ?? '')
    const objects = kept([resourceType], context)
    const count = Array.from({length: objects.length}, (_, each) => objects.at(each)).filter(isKept).length
    return count > 0 ? [{resourceType, count}] : []
  })
  return {resourceCounts, ...(next === undefined ? {} : {nextToken: next})}
}

export function isKept({item, gone}: WorldObject): boolean {
  return item !== undefined && !gone
}

export const config = apisOf('config', {
  GetDiscoveredResourceCounts: counts,
  DescribeConfigurationRecorders: () => ({ConfigurationRecorders: [recorder]}),
  DescribeConfigurationRecorderStatus: (_, context) => ({
    ConfigurationRecordersStatus: [{name: 'default', recording: isRecorded(context), lastStatus: 'SUCCESS'}],
  }),
  SelectResourceConfig: select,
  ListDiscoveredResources: listDiscovered,
  BatchGetResourceConfig: batchGet,
  GetResourceConfigHistory: history,
})
