import type {ResourceTagMapping} from '@aws-sdk/client-resource-groups-tagging-api'

import type {LiveEvent, LivePage} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {failureIn, type Failure} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import {pagesFrom} from '../pages-from.ts'
import type {Reader, ReadRequest} from '../reader.ts'
import type {AwsSession} from '../../aws/session.ts'
import {taggedResources} from './tagged-resources.ts'

/**
 * The Resource Groups Tagging API as a live source: the tags of every ARN in a place that has or had any. It never returns what was
 * never tagged. So where a place was read to the end (`tagging-scope`), an object there without tags of its own reader and
 * without a `tags` event has none.
 *
 * No scope is given for the global place: the API does not know IAM roles and users, whose tags their reader has to give.
 */
export function taggingReader(session: AwsSession): Reader {
  return {name: 'tagging', read: (request) => read(session, request)}
}

async function* read(session: AwsSession, request: ReadRequest): AsyncGenerator<LivePage> {
  const {location, signal} = request
  const region = location.region === globalRegion ? homeRegion(location.partition) : location.region
  if (region === undefined) return
  const {ResourceGroupsTaggingAPIClient} = await import('@aws-sdk/client-resource-groups-tagging-api')
  const client = new ResourceGroupsTaggingAPIClient(session.clientSettings(region))
  try {
    yield* pagesFrom(taggedResources(client, signal), (page) => page.flatMap(tagsEvent))
  } catch (error) {
    yield [gapOf(failureIn(error), location, request)]
    return
  }
  if (location.region !== globalRegion) yield [{kind: 'tagging-scope', location}]
}

function tagsEvent({ResourceARN: arn, Tags: tags = []}: ResourceTagMapping): LivePage {
  if (arn === undefined) return []
  const pairs = tags.map(({Key, Value}) => [Key ?? '', Value ?? ''] as const)
  return [{kind: 'tags', arn, tags: Object.fromEntries(pairs)}]
}

function gapOf(failure: Failure, location: Location, {types}: ReadRequest): LiveEvent {
  const ids = types.flatMap(({declaredIds}) => declaredIds)
  const hides = {count: ids.length, examples: ids.slice(0, 5)}
  return {kind: 'gap', gap: {...failure, detail: `Tags were not read. ${failure.detail}`, location, hides}}
}
