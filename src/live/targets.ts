import type {ObjectType} from '../model/live.ts'
import {globalRegion, type Location} from '../model/location.ts'
import {isGlobalType} from './global-types.ts'
import type {WantedType} from './reader.ts'
import type {AwsSession} from '../aws/session.ts'
import type {DeclaredObject, Wanted} from './wanted.ts'

/** What to read in one place. */
export interface ReadTarget {
  readonly location: Location
  readonly types: readonly WantedType[]
}

type Home = Pick<AwsSession, 'partition' | 'account' | 'region'>

/** Where to read. */
export interface Scope {
  /** In these accounts, or in that of the session. */
  readonly accounts?: readonly string[]
  /** In these regions, of all accounts or of each; default: those of what is declared, else the session's own. */
  readonly regions: readonly string[] | ReadonlyMap<string, readonly string[]>
}

/**
 * Every wanted type in every region in question of every account in question, global types once an account, each with the declared
 * objects that are expected there. What is declared in another account makes targets as well, for `readLive` to say that it is not
 * reached.
 */
export function targetsOf(home: Home, scope: Scope, wanted: Wanted): readonly ReadTarget[] {
  const {types, declared, unmanaged} = wanted
  const {partition} = home
  const accounts = [...new Set(scope.accounts ?? [home.account])]
  const expected = placedObjects(declared, partition, accounts)
  const own = accounts.flatMap((account) =>
    [globalRegion, ...regionsInQuestion(account, home, scope, expected)].map((region) => ({
      partition,
      account,
      region,
    })),
  )
  const asked = new Set(accounts)
  const foreign = distinct(expected.map(({location}) => location)).filter((place) => !asked.has(place.account))
  const byPlace = Map.groupBy(expected, ({location, type}) => key(location, type))
  const idsOf = (location: Location, type: ObjectType): readonly string[] =>
    (byPlace.get(key(location, type)) ?? []).map(({id}) => id)
  const neededIn = (location: Location, type: ObjectType): Pick<WantedType, 'needs'> => {
    const needs = new Set((byPlace.get(key(location, type)) ?? []).flatMap((object) => object.needs ?? []))
    return needs.size === 0 ? {} : {needs: [...needs].toSorted()}
  }
  const detailedIn = detailedOf(wanted.detailed, partition, accounts)
  const targets = [
    ...own.map((location) => ({location, types: types.filter((type) => belongs(type, location))})),
    ...foreign.map((location) => ({location, types: types.filter((type) => byPlace.has(key(location, type)))})),
  ]
  return targets
    .map(({location, types: of}) => ({
      location,
      types: of
        .map((type) => ({
          type,
          declaredIds: idsOf(location, type),
          unmanaged: unmanaged?.(type) ?? true,
          ...detailedIn(location, type),
          ...neededIn(location, type),
        }))
        .filter((each) => each.unmanaged || each.declaredIds.length > 0),
    }))
    .filter((target) => target.types.length > 0)
}

/** Where even one object of a type has no known place or identifier, it may be any: then all of them count. */
function detailedOf(
  detailed: Iterable<DeclaredObject> | undefined,
  partition: string,
  accounts: readonly string[],
): (location: Location, type: ObjectType) => Pick<WantedType, 'detailedIds'> {
  if (detailed === undefined) return () => ({})
  const objects = [...detailed]
  const vague = new Set(
    objects.filter((object) => placedObjects([object], partition, accounts).length === 0).map(({type}) => type),
  )
  const byPlace = Map.groupBy(placedObjects(objects, partition, accounts), ({location, type}) => key(location, type))
  return (location, type) => {
    if (vague.has(type)) return {}
    return {detailedIds: [...new Set((byPlace.get(key(location, type)) ?? []).map(({id}) => id))]}
  }
}

/** These objects and nothing else. */
export function targetsFor(objects: readonly PlacedObject[]): readonly ReadTarget[] {
  const byPlace = Map.groupBy(objects, ({location}) => key(location, ''))
  return [...byPlace.values()].flatMap((here) => {
    const [{location} = {location: undefined}] = here
    const types = [...Map.groupBy(here, ({type}) => type)].map(([type, of]) => ({
      type,
      declaredIds: of.map(({id}) => id),
      unmanaged: false,
    }))
    return location ? [{location, types}] : []
  })
}

/** An object and where it is. */
export interface PlacedObject {
  readonly type: ObjectType
  readonly id: string
  readonly location: Location
  readonly needs?: string
}

/** Those whose place and identifier are known; where one account is read, a state that names none at all is meant for that. */
function placedObjects(
  declared: Iterable<DeclaredObject>,
  partition: string,
  accounts: readonly string[],
): readonly PlacedObject[] {
  const [single, another] = accounts
  return [...declared].flatMap(({type, id, location, needs}) => {
    const account = location.account ?? (another === undefined ? single : undefined)
    const region = isGlobalType(type) ? globalRegion : location.region
    if (id === undefined || region === undefined || account === undefined) return []
    const place = {partition: location.partition ?? partition, account, region}
    return [{type, id, location: place, ...(needs === undefined ? {} : {needs})}]
  })
}

/** An account in which nothing is declared is read where the others are. */
function regionsInQuestion(
  account: string,
  {region}: Home,
  {regions}: Scope,
  expected: readonly PlacedObject[],
): readonly string[] {
  const requested = 'get' in regions ? regions.get(account) : regions
  if (requested && requested.length > 0) return [...new Set(requested)]
  const declared = regionsOf(expected.filter(({location}) => location.account === account))
  if (declared.length > 0) return declared
  const elsewhere = regionsOf(expected)
  return elsewhere.length > 0 ? elsewhere : [region]
}

function regionsOf(placed: readonly PlacedObject[]): readonly string[] {
  const regions = new Set(placed.map(({location}) => location.region))
  regions.delete(globalRegion)
  return [...regions].toSorted()
}

function belongs(type: ObjectType, {region}: Location): boolean {
  return isGlobalType(type) === (region === globalRegion)
}

function distinct(places: readonly Location[]): readonly Location[] {
  return [...new Map(places.map((place) => [key(place, ''), place])).values()]
}

function key({partition, account, region}: Location, type: string): string {
  return `${partition}/${account}/${region}/${type}`
}
