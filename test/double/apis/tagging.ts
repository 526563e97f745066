import type {GetResourcesInput} from '@aws-sdk/client-resource-groups-tagging-api'

import {homeRegion} from '../../../src/aws/home-region.ts'
import {apisOf, listing, page, type Api, type Context} from './api.ts'

/** Everything of the place that has tags; global objects answer in the home region of the partition. */
const getResources: Api<GetResourcesInput> = ({PaginationToken: token, ResourcesPerPage: size = 50}, context) => {
  const objects = tagged(context)
  const {indices, next} = page(objects.length, token, size)
  const mappings = indices.flatMap((index) => {
    const {arn, tags, gone} = objects.at(index)
    const Tags = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
    return gone || arn === undefined || Tags.length === 0 || arn.includes(':iam:') ? [] : [{ResourceARN: arn, Tags}]
  })
  return {ResourceTagMappingList: mappings, PaginationToken: next ?? ''}
}

function tagged({world, account, region, partition}: Context): ReturnType<typeof listing> {
  const here = world.population(account, region)
  const local = listing(here, here.types)
  if (region !== homeRegion(partition)) return local
  const everywhere = world.population(account, 'global')
  const global = listing(everywhere, everywhere.types)
  return {
    length: local.length + global.length,
    at: (index) => (index < local.length ? local.at(index) : global.at(index - local.length)),
  }
}

export const tagging = apisOf('tagging', {GetResources: getResources})
