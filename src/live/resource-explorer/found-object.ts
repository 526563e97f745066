import type {Resource} from '@aws-sdk/client-resource-explorer-2'

import type {GeneratedObject} from '../../catalog/derived.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import type {Json} from '../../model/value.ts'
import {itemTags} from '../config/item-tags.ts'
import {isoTime} from '../iso-time.ts'

/**
 * What an index knows of an object: that it is there, and its tags where the view includes them. Undefined where its ARN does not tell
 * its identifier.
 *
 * @param template of the ARNs of the type: `arn:{partition}:codebuild:{region}:{account}:project/{id}`
 */
export function foundObject(
  resource: Resource,
  type: ObjectType,
  location: Location,
  template: string | undefined,
): LiveObject | undefined {
  const {Arn: arn = '', LastReportedAt: at, Properties: properties = []} = resource
  const id = identifierIn(arn, location, template)
  if (id === undefined) return undefined
  const capturedAt = isoTime(at)
  const tags = properties.find(({Name: name}) => name === 'tags')?.Data as Json | undefined
  return {
    type,
    id,
    location,
    arn,
    properties: {},
    ...(tags === undefined ? {} : {tags: itemTags(tags, {}, {}) ?? {}}),
    reader: 'resource-explorer',
    ...(capturedAt === undefined ? {} : {capturedAt}),
  }
}

/** The identifier is the ARN, or what is left of it where the rest is as the type's ARNs are. */
function identifierIn(arn: string, location: Location, template: string | undefined): string | undefined {
  if (template === undefined) return undefined
  const [before = '', after = ''] = template
    .replace('{partition}', location.partition)
    .replace('{region}', location.region === globalRegion ? '' : location.region)
    .replace('{account}', location.account)
    .split('{id}')
  const fits = arn.startsWith(before) && arn.endsWith(after) && arn.length > before.length + after.length
  return fits ? arn.slice(before.length, arn.length - after.length) : undefined
}

/** The service as ARNs and queries name it: that of the type's ARNs, else that of the actions which read it. */
export function serviceOf(type: ObjectType, template: string | undefined, facts: GeneratedObject | undefined): string {
  const ofArn = template?.split(':')[2]
  const ofActions = (facts?.list ?? facts?.read ?? []).map((action) => action.split(':')[0]).at(0)
  return (ofArn ?? ofActions ?? type.split('::')[1] ?? '').toLowerCase()
}
