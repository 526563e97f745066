import type {
  DescribeConfigurationAggregatorSourcesStatusRequest,
  GetAggregateDiscoveredResourceCountsRequest,
  SelectAggregateResourceConfigRequest,
} from '@aws-sdk/client-config-service'

import {isGlobalType} from '../../../src/live/global-types.ts'
import {configTypeOf, objectTypeOf} from '../../../src/live/config/types.ts'
import {AwsFault} from '../wire/fault.ts'
import {parseQuery} from '../advanced-query.ts'
import type {World} from '../world.ts'
import {apisOf, listing, page, type Api, type Context} from './api.ts'
import {answerOfQuery, isKept} from './config.ts'

const name = 'organisation'

/** One aggregator, in the first region of the management account, of the accounts that the scenario says. */
function hasAggregator({world, account, region}: Context): boolean {
  return account === world.management && region === world.regions[0] && collected(world).length > 0
}

function collected({accounts}: World): World['accounts'] {
  return accounts.filter(({aggregated}) => aggregated)
}

function demandAggregator(asked: string | undefined, context: Context): void {
  if (asked === name && hasAggregator(context)) return
  throw new AwsFault('NoSuchConfigurationAggregatorException', 'The configuration aggregator does not exist.')
}

const sourcesStatus: Api<DescribeConfigurationAggregatorSourcesStatusRequest> = (
  {ConfigurationAggregatorName: asked, Limit: size = 100, NextToken: token},
  context,
) => {
  demandAggregator(asked, context)
  const {world} = context
  const places = collected(world).flatMap(({id}) => world.regions.map((region) => [id, region] as const))
  const {indices, next} = page(places.length, token, size)
  const AggregatedSourceStatusList = indices.map((index) => {
    const [SourceId, AwsRegion] = places[index] ?? []
    return {SourceId, SourceType: 'ACCOUNT', AwsRegion, LastUpdateStatus: 'SUCCEEDED', LastUpdateTime: new Date(0)}
  })
  return {AggregatedSourceStatusList, ...(next && {NextToken: next})}
}

const select: Api<SelectAggregateResourceConfigRequest> = (
  {ConfigurationAggregatorName: asked, Expression = '', Limit: size = 25, NextToken: token},
  context,
) => {
  demandAggregator(asked, context)
  const {world} = context
  const {columns, types, accounts, regions} = parseQuery(Expression)
  const known = new Set(collected(world).map(({id}) => id))
  const listings = accounts
    .filter((account) => known.has(account))
    .flatMap((account) => regions.map((region) => ofPlace(world, {account, region}, types)))
  const objects = listings.flatMap((list) => Array.from({length: list.length}, (_, index) => () => list.at(index)))
  const {indices, next} = page(objects.length, token, Math.min(size, 100))
  return answerOfQuery(
    indices.flatMap((index) => objects[index]?.() ?? []),
    columns,
    next,
  )
}

/** Of a recorder that is off there is nothing to copy. */
function ofPlace(world: World, {account, region}: {account: string; region: string}, types: readonly string[]) {
  const isRecorded = world.accounts.find(({id}) => id === account)?.recorded !== false
  const isHere = (type: string): boolean => isGlobalType(type) === (region === 'global')
  return listing(world.population(account, region), isRecorded ? types.map(objectTypeOf).filter(isHere) : [])
}

/** Of one place, by type. */
const counts: Api<GetAggregateDiscoveredResourceCountsRequest> = (
  {ConfigurationAggregatorName: asked, Filters: {AccountId: account = '', Region: region = ''} = {}},
  context,
) => {
  demandAggregator(asked, context)
  const {world} = context
  const GroupedResourceCounts = world.population(account, region).types.map((type) => {
    const objects = ofPlace(world, {account, region}, [configTypeOf(type)])
    const there = Array.from({length: objects.length}, (_, index) => objects.at(index)).filter(isKept)
    return {GroupName: configTypeOf(type), ResourceCount: there.length}
  })
  return {TotalDiscoveredResources: 0, GroupByKey: 'RESOURCE_TYPE', GroupedResourceCounts}
}

export const configAggregator = apisOf('config', {
  GetAggregateDiscoveredResourceCounts: counts,
  DescribeConfigurationAggregators: (_, context) => ({
    ConfigurationAggregators: hasAggregator(context)
      ? [
          {
            ConfigurationAggregatorName: name,
            ConfigurationAggregatorArn: `arn:${context.partition}:config:${context.region}:${context.account}:config-aggregator/${name}`,
          },
        ]
      : [],
  }),
  DescribeConfigurationAggregatorSourcesStatus: sourcesStatus,
  SelectAggregateResourceConfig: select,
})
