import {parseArn} from '../../model/arn.ts'
import type {Gap, GapReason} from '../../model/gap.ts'
import type {LiveEvent, LiveObject} from '../../model/live.ts'
import {globalRegion, partitionOf, type Location} from '../../model/location.ts'
import type {Json} from '../../model/value.ts'
import {isGlobalType} from '../global-types.ts'
import {isoTime} from '../iso-time.ts'
import {projectors} from '../projectors/index.ts'
import type {JsonRecord, Projected, ServiceDocument} from '../projectors/projector.ts'
import {decodeMembers, decodeRecord} from './decode.ts'
import {identifierOf} from './identifiers.ts'
import {itemTags} from './item-tags.ts'
import {objectTypeOf} from './types.ts'

/**
 * A configuration item as any of Config's ways out gives it: advanced query, BatchGetResourceConfig, history, snapshot file, event
 * (https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html). Each of them leaves something out.
 */
export interface ConfigItem {
  readonly resourceType: string
  readonly resourceId: string
  readonly resourceName?: string | null | undefined
  readonly arn?: string | null | undefined
  readonly accountId?: string | null | undefined
  readonly awsRegion?: string | null | undefined
  readonly configurationItemStatus?: string | null | undefined
  readonly configurationItemCaptureTime?: unknown
  readonly resourceCreationTime?: unknown
  readonly tags?: Json | undefined
  /** A JSON object, or the text of one. */
  readonly configuration?: Json | undefined
  readonly supplementaryConfiguration?: Json | undefined
}

export type ItemEvent = Extract<LiveEvent, {readonly kind: 'object' | 'gap'}>

/**
 * One configuration item as a canonical object; a gap where its document cannot be understood; undefined where it says that the
 * object is gone.
 *
 * @param home where the item was read, for items that do not say it themselves
 */
export function liveObjectOf(item: ConfigItem, home?: Location): ItemEvent | undefined {
  if (item.configurationItemStatus?.startsWith('ResourceDeleted')) return undefined
  const location = locationOf(item, home)
  if (!location) return gapOf(item, home, 'location-unknown', 'The configuration item names no account or region.')
  if (item.configurationItemStatus === 'ResourceNotRecorded') {
    return gapOf(item, location, 'not-recorded', 'AWS Config knows of the object but does not record it.')
  }
  const configuration = decodeRecord(item.configuration)
  if (!configuration || Object.keys(configuration).length === 0) {
    return gapOf(item, location, 'failed', 'The configuration item has no configuration.')
  }
  const supplementary = decodeMembers(item.supplementaryConfiguration)
  const projected = project(item, configuration, supplementary)
  if (projected === 'unsupported') {
    const detail = 'AWS Config keeps this type in a shape of its own, which trueup cannot read yet.'
    return gapOf(item, location, 'unsupported-type', detail)
  }
  if (projected === 'unreadable') {
    return gapOf(item, location, 'failed', 'The configuration item has a document of an unexpected form.')
  }
  const tags = projected.tags ?? itemTags(item.tags, supplementary, configuration)
  return {kind: 'object', object: liveObject(item, location, projected, tags)}
}

/** A document that a projector stumbles over costs that object, not the scan. */
function project(
  item: ConfigItem,
  configuration: JsonRecord,
  supplementary: JsonRecord,
): Projected | 'unsupported' | 'unreadable' {
  const projector = projectors[item.resourceType]
  if (projector) {
    try {
      return projector.project(documentOf(item, configuration, supplementary))
    } catch {
      return 'unreadable'
    }
  }
  if (!isCloudFormationShaped(configuration)) return 'unsupported'
  const objectType = objectTypeOf(item.resourceType)
  return {id: identifierOf(objectType, configuration, item.resourceId), properties: configuration}
}

/** CloudFormation property names start with a capital; the legacy documents have camelCase names throughout. */
function isCloudFormationShaped(configuration: JsonRecord): boolean {
  return Object.keys(configuration).some((name) => /^[A-Z]/.test(name))
}

function documentOf(item: ConfigItem, configuration: JsonRecord, supplementary: JsonRecord): ServiceDocument {
  const {resourceId, resourceName, arn, tags} = item
  return {
    resourceId,
    ...(resourceName ? {resourceName} : {}),
    ...(arn ? {arn} : {}),
    ...(tags ? {tags} : {}),
    configuration,
    supplementary,
  }
}

function liveObject(
  item: ConfigItem,
  location: Location,
  projected: Projected,
  tags: LiveObject['tags'] | undefined,
): LiveObject {
  const capturedAt = isoTime(item.configurationItemCaptureTime)
  const createdAt = isoTime(item.resourceCreationTime)
  return {
    type: objectTypeOf(item.resourceType),
    location,
    ...(parseArn(item.arn) && item.arn ? {arn: item.arn} : {}),
    ...(item.resourceName ? {name: item.resourceName} : {}),
    ...(capturedAt === undefined ? {} : {capturedAt}),
    ...(createdAt === undefined ? {} : {createdAt}),
    ...projected,
    ...(tags === undefined ? {} : {tags}),
    reader: 'config',
  }
}

/** The bucket's region is the item's, its ARN has none; an IAM item says `global`, an old VPN item `Not Applicable`. */
function locationOf(item: ConfigItem, home: Location | undefined): Location | undefined {
  const arn = parseArn(item.arn)
  const account = item.accountId ?? arn?.account ?? home?.account
  const region = regionOf(item) ?? arn?.region ?? home?.region
  if (!account || !region) return undefined
  const partition = arn?.partition ?? home?.partition ?? partitionOf(region)
  return {partition, account, region}
}

function regionOf({resourceType, awsRegion}: ConfigItem): string | undefined {
  if (isGlobalType(objectTypeOf(resourceType))) return globalRegion
  return awsRegion && /^[a-z]/.test(awsRegion) ? awsRegion : undefined
}

function gapOf(
  {resourceType, resourceId}: ConfigItem,
  location: Location | undefined,
  reason: GapReason,
  detail: string,
): {readonly kind: 'gap'; readonly gap: Gap} {
  const hides = {count: 1, examples: [resourceId]}
  return {kind: 'gap', gap: {reason, type: objectTypeOf(resourceType), ...(location ? {location} : {}), detail, hides}}
}
