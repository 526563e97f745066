import type {Resource, ResourceExplorer2Client} from '@aws-sdk/client-resource-explorer-2'

import {failureIn} from '../../aws/call.ts'
import {homeRegion} from '../../aws/home-region.ts'
import type {AwsSession} from '../../aws/session.ts'
import {loadCatalog} from '../../catalog/catalog.ts'
import {generatedFor} from '../../catalog/generated.ts'
import type {LiveEvent, LivePage, ObjectType} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import type {WantedType} from '../reader.ts'
import {indexesOf, searchAll} from './calls.ts'
import {foundObject, serviceOf} from './found-object.ts'

/** Finds what nobody declares, of types that no other reader can list. */
export interface Explorer {
  search(location: Location, types: readonly WantedType[], signal: AbortSignal): AsyncGenerator<LivePage>
}

/**
 * Resource Explorer, where an account has turned it on: an index for the region, or the one that gathers all regions. It knows of
 * an object that it is there, hours late at times; what it does not name may still be there, so nothing is called missing by it.
 * Where it is off, that is told once an account.
 */
export function resourceExplorer(session: AwsSession): Explorer {
  let indexes: Promise<Indexes> | undefined
  let isTold = false
  return {
    async *search(location, types, signal) {
      const region = location.region === 'global' ? homeRegion(location.partition) : location.region
      if (region === undefined || types.length === 0) return
      indexes ??= openIndexes(session, region, signal)
      const known = await indexes
      const at = 'why' in known ? undefined : (known.everywhere ?? (known.regions.has(region) ? region : undefined))
      if (at !== undefined) {
        yield* searchIn(await clientIn(session, at), location, types, signal)
        return
      }
      if (isTold) return
      isTold = true
      const why =
        'why' in known
          ? known.why
          : 'Not every region has an index, and none gathers all regions: turn it on with an aggregator index, which is free of charge.'
      yield [offGap(location, why)]
    },
  }
}

type Indexes =
  | {readonly why: string}
  | {
      readonly regions: ReadonlySet<string>
      /** The region whose index holds those of all others. */
      readonly everywhere: string | undefined
    }

async function openIndexes(session: AwsSession, region: string, signal: AbortSignal): Promise<Indexes> {
  try {
    const indexes = await indexesOf(await clientIn(session, region), signal)
    const everywhere = indexes.find(({Type: type}) => type === 'AGGREGATOR')?.Region
    return {regions: new Set(indexes.flatMap(({Region: name}) => name ?? [])), everywhere}
  } catch (error) {
    return {why: failureIn(error).detail}
  }
}

async function clientIn(session: AwsSession, region: string): Promise<ResourceExplorer2Client> {
  const {ResourceExplorer2Client} = await import('@aws-sdk/client-resource-explorer-2')
  return new ResourceExplorer2Client(session.clientSettings(region))
}

/** Nobody has to have it: that it is off is no failure of the scan. It is told of the account, whichever region came first. */
function offGap({partition, account}: Location, why: string): LiveEvent {
  const detail = `Resource Explorer could not search for what nobody declares, of types that nothing else lists. ${why}`
  const hides = {count: 0, examples: []}
  return {
    kind: 'gap',
    gap: {reason: 'not-recorded', type: 'AWS::ResourceExplorer2::Index', location: {partition, account}, detail, hides},
  }
}

/** One query for all types of a service. */
async function* searchIn(
  client: ResourceExplorer2Client,
  location: Location,
  types: readonly WantedType[],
  signal: AbortSignal,
): AsyncGenerator<LivePage> {
  const placed = await Promise.all(types.map(async (wanted) => ({wanted, service: await serviceFor(wanted.type)})))
  for (const [service, group] of Map.groupBy(placed, (one) => one.service)) {
    const query = `service:${service} region:${location.region} accountid:${location.account}`
    try {
      const {resources, complete} = await searchAll(client, query, signal)
      for (const {wanted} of group) {
        const page = await eventsOf(wanted, location, resources, complete)
        if (page.length > 0) yield page
      }
    } catch (error) {
      // The type's own gap, which says that nobody searched for it, stays.
      failureIn(error)
    }
  }
}

async function serviceFor(type: ObjectType): Promise<string> {
  return serviceOf(type, await templateOf(type), (await generatedFor(type))?.objects[type])
}

/** How the ARNs of a type are made, as the curated entry of its creator says, else the schema. */
async function templateOf(type: ObjectType): Promise<string | undefined> {
  const catalog = await loadCatalog()
  await catalog.want(type)
  return catalog.facts(type)?.arnTemplate ?? (await generatedFor(type))?.objects[type]?.arn
}

async function eventsOf(
  {type, declaredIds}: WantedType,
  location: Location,
  resources: readonly Resource[],
  complete: boolean,
): Promise<LivePage> {
  const template = await templateOf(type)
  const declared = new Set(declaredIds)
  const own = resources.filter(
    ({CfnResourceType: name, OwningAccountId: owner, Region: region}) =>
      name === type && owner === location.account && region === location.region,
  )
  const found = own.map((resource) => foundObject(resource, type, location, template))
  const undeclared = found.flatMap((object): LivePage =>
    object && !declared.has(object.id) ? [{kind: 'object', object}] : [],
  )
  // What cannot be told apart from what is declared has not been searched for.
  if (!complete || found.includes(undefined)) return undeclared
  const because = 'no other reader lists it'
  return [...undeclared, {kind: 'scope', scope: {type, location, reader: 'resource-explorer', sees: [], because}}]
}
