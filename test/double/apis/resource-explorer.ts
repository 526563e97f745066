import type {SearchInput} from '@aws-sdk/client-resource-explorer-2'

import {AwsFault} from '../wire/fault.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, listing, page, type Api, type Context} from './api.ts'

/** One index that gathers all regions, in the first of them, for the accounts that the scenario says. */
function isIndexed({world, account}: Context): boolean {
  return world.accounts.some(({id, indexed}) => id === account && indexed)
}

function indexIn({world, partition, account}: Context): object {
  const [Region] = world.regions
  return {Arn: `arn:${partition}:resource-explorer-2:${Region}:${account}:index/6a1f0c1e`, Region, Type: 'AGGREGATOR'}
}

/** The filters that trueup sets (https://docs.aws.amazon.com/resource-explorer/latest/userguide/using-search-query-syntax.html). */
function filtersIn(query: string): ReadonlyMap<string, string> {
  return new Map(
    query.split(/\s+/).map((filter): [string, string] => {
      const [name = '', ...value] = filter.split(':')
      if (!['service', 'region', 'accountid', 'tag', 'resourcetype'].includes(name)) {
        throw new AwsFault('ValidationException', `The double does not understand ${filter}.`)
      }
      return [name, value.join(':')]
    }),
  )
}

/** AWS shows the first thousand of a query, whatever the pages. */
const mostShown = 1000

const search: Api<SearchInput> = ({QueryString = '', MaxResults: size = 100, NextToken: token}, context) => {
  if (!isIndexed(context) || context.region !== context.world.regions[0]) {
    throw new AwsFault('ResourceNotFoundException', 'There is no default view here.', 404)
  }
  const filters = filtersIn(QueryString)
  const region = filters.get('region') ?? context.region
  const population = context.world.population(filters.get('accountid') ?? context.account, region)
  const list = listing(population, population.types)
  const all = Array.from({length: list.length}, (_, index) => list.at(index)).filter((object) => fits(object, filters))
  const {indices, next} = page(Math.min(all.length, mostShown), token, size)
  return {
    Resources: indices.flatMap((index) => resourceOf(all[index], region, context) ?? []),
    Count: {TotalResources: Math.min(all.length, mostShown), Complete: all.length <= mostShown},
    ...(next && {NextToken: next}),
  }
}

function fits({arn, gone, tags, type}: WorldObject, filters: ReadonlyMap<string, string>): boolean {
  const service = filters.get('service')
  const tag = filters.get('tag')
  const kind = filters.get('resourcetype')
  return (
    arn !== undefined &&
    !gone &&
    (service === undefined || arn.split(':')[2] === service) &&
    (tag === undefined || (tag === 'none') === (Object.keys(tags).length === 0)) &&
    (kind === undefined || kindOf(type) === kind)
  )
}

function resourceOf(object: WorldObject | undefined, region: string, {account}: Context): object | undefined {
  if (!object) return undefined
  const {arn, tags, type} = object
  const Data = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
  return {
    Arn: arn,
    CfnResourceType: type,
    ResourceType: kindOf(type),
    OwningAccountId: account,
    Region: region,
    Service: arn?.split(':')[2],
    LastReportedAt: new Date('2026-05-01T00:00:00Z'),
    Properties: Data.length > 0 ? [{Name: 'tags', LastReportedAt: new Date('2026-05-01T00:00:00Z'), Data}] : [],
  }
}

/** `AWS::EC2::Subnet` is `ec2:subnet`; the names of AWS differ here and there, which nothing rests upon. */
function kindOf(type: string): string {
  return type.toLowerCase().split('::').slice(1).join(':')
}

export const resourceExplorer = apisOf('resource-explorer-2', {
  ListIndexes: (_, context) => ({Indexes: isIndexed(context) ? [indexIn(context)] : []}),
  Search: search,
})
