import type {GetResourcesInput} from '@aws-sdk/client-resource-groups-tagging-api'

import {homeRegion} from '../../../src/aws/home-region.ts'
import {listed, Written} from '../wire/written.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, joined, listing, page, type Api, type Context, type Listing} from './api.ts'
import {tagList} from './objects.ts'

/** Everything of the place that has tags; global objects answer in the home region of the partition. */
const getResources: Api<GetResourcesInput> = ({PaginationToken: token, ResourcesPerPage: size = 50}, context) => {
  const objects = tagged(context)
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

function tagged({world, account, region, partition}: Context): Listing {
  const here = world.population(account, region)
  const local = listing(here, here.types)
  if (region !== homeRegion(partition)) return local
  const everywhere = world.population(account, 'global')
  return joined([local, listing(everywhere, everywhere.types)])
}

export const tagging = apisOf('tagging', {GetResources: getResources})
