import type {GetResourcesInput} from '@aws-sdk/client-resource-groups-tagging-api'

import {listed, Written} from '../wire/written.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, everythingIn, page, type Api} from './api.ts'
import {tagList} from './objects.ts'

/** Everything of the place that has tags; global objects answer in the home region of the partition. */
const getResources: Api<GetResourcesInput> = ({PaginationToken: token, ResourcesPerPage: size = 50}, context) => {
  const objects = everythingIn(context)
  const {indices, next} = page(objects.length, token, size)
  const mappings = indices.map((index) => {
    const {gone, mapping} = objects.at(index)
    return gone ? undefined : mapping
  })
  return new Written(`{"PaginationToken":"${next ?? ''}","ResourceTagMappingList":${listed(mappings)}}`)
}

/** What the API says of an object, in JSON; nothing of those without tags, and of IAM. */
export function mappingOf(arn: string, tags: WorldObject['tags']): string | undefined {
  if (Object.keys(tags).length === 0 || arn.includes(':iam:')) return undefined
  return JSON.stringify({ResourceARN: arn, Tags: tagList(tags)})
}

export const tagging = apisOf('tagging', {GetResources: getResources})
