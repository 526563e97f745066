import type {ConfigServiceClient} from '@aws-sdk/client-config-service'

import {call, failureIn, type Failure} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import {globalRegion, type Location} from '../../model/location.ts'

/** An aggregator of AWS Config: copies of what recorders of many accounts and regions wrote. */
export interface Aggregator {
  readonly name: string
  readonly region: string
  readonly client: ConfigServiceClient
  /** Whether it collects from a place, and if not, why not. */
  covers(location: Location): Failure | undefined
}

/** How a person names one: its name or ARN; by itself the one that collects from the most places is taken. */
export interface AggregatorRequest {
  readonly name?: string
  /** Where to look for it: an aggregator is of one region. */
  readonly regions: readonly string[]
}

/**
 * The aggregator in the account that the run starts from.
 *
 * @throws FailedCall where it may not be looked for
 */
export async function findAggregator(
  session: AwsSession,
  {name, regions}: AggregatorRequest,
  signal: AbortSignal,
): Promise<Aggregator | undefined> {
  const places = name?.startsWith('arn:') ? [name.split(':')[3] ?? ''] : regions
  const asked = [...new Set(places)].filter((region) => region !== globalRegion)
  const found = (await Promise.all(asked.map((region) => aggregatorsIn(session, region, name, signal)))).flat()
  const most = found.toSorted((a, b) => b.places - a.places)[0]
  return most?.aggregator
}

interface Found {
  readonly aggregator: Aggregator
  readonly places: number
}

async function aggregatorsIn(
  session: AwsSession,
  region: string,
  name: string | undefined,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const {ConfigServiceClient, DescribeConfigurationAggregatorsCommand} = await import('@aws-sdk/client-config-service')
  const client = new ConfigServiceClient(session.clientSettings(region))
  const names: string[] = []
  let token: string | undefined
  do {
    const page = new DescribeConfigurationAggregatorsCommand(token === undefined ? {} : {NextToken: token})
    const {ConfigurationAggregators: listed = [], NextToken: next} = await call(
      'config:DescribeConfigurationAggregators',
      () => client.send(page, {abortSignal: signal}),
    )
    for (const {
      ConfigurationAggregatorName: own,
      ConfigurationAggregatorArn: arn,
      AggregatorFilters: filters,
    } of listed) {
      // One that leaves types out by a filter cannot be told from one that has nothing of them.
      if (own !== undefined && !filters && (name === undefined || name === own || name === arn)) names.push(own)
    }
    token = next
  } while (token)
  return Promise.all(names.map((own) => opened(client, own, region, signal)))
}

async function opened(client: ConfigServiceClient, name: string, region: string, signal: AbortSignal): Promise<Found> {
  try {
    const sources = await sourcesOf(client, name, signal)
    return {
      aggregator: {name, region, client, covers: (location) => notCovered(name, sources, location)},
      places: sources.size,
    }
  } catch (error) {
    const failure = failureIn(error)
    return {aggregator: {name, region, client, covers: () => failure}, places: 0}
  }
}

interface Source {
  readonly status: string
  readonly error: string | undefined
  readonly updatedAt: Date | undefined
}

/** By account and region, as the aggregator last heard of each. */
type Sources = ReadonlyMap<string, Source>

async function sourcesOf(client: ConfigServiceClient, name: string, signal: AbortSignal): Promise<Sources> {
  const {DescribeConfigurationAggregatorSourcesStatusCommand} = await import('@aws-sdk/client-config-service')
  const sources = new Map<string, Source>()
  let token: string | undefined
  do {
    const page = new DescribeConfigurationAggregatorSourcesStatusCommand({
      ConfigurationAggregatorName: name,
      Limit: 100,
      ...(token === undefined ? {} : {NextToken: token}),
    })
    const {AggregatedSourceStatusList: listed = [], NextToken: next} = await call(
      'config:DescribeConfigurationAggregatorSourcesStatus',
      () => client.send(page, {abortSignal: signal}),
    )
    for (const {SourceId: id, SourceType: kind, AwsRegion: region, ...source} of listed) {
      if (kind !== 'ACCOUNT') continue
      const {LastUpdateStatus: status = 'FAILED', LastErrorMessage: error, LastUpdateTime: updatedAt} = source
      sources.set(`${id}/${region}`, {status, error, updatedAt})
    }
    token = next
  } while (token)
  return sources
}

/** Global objects are recorded in whichever region of their account. */
function notCovered(name: string, sources: Sources, {account, region}: Location): Failure | undefined {
  const here =
    region === globalRegion
      ? [...sources].filter(([place]) => place.startsWith(`${account}/`)).map(([, source]) => source)
      : [sources.get(`${account}/${region}`)].filter((source) => source !== undefined)
  if (here.some(({status}) => status === 'SUCCEEDED')) return undefined
  const [source] = here
  if (!source) return {reason: 'not-recorded', detail: `The aggregator ${name} does not collect from this place.`}
  const since = source.updatedAt === undefined ? '' : ` since ${source.updatedAt.toISOString().slice(0, 16)}Z`
  if (source.status === 'OUTDATED') {
    return {reason: 'stale', detail: `The aggregator ${name} has heard nothing from this place${since}.`}
  }
  return {
    reason: 'failed',
    detail: `The aggregator ${name} cannot collect from this place: ${source.error ?? 'no reason given'}.`,
  }
}
