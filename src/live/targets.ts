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

/**
 * Every wanted type in every region in question, global types once, each with the declared objects that are expected there. In
 * question are the regions asked for, else those of what is declared, else the session's own. What is declared in another account
 * makes targets as well, for `readLive` to say that these credentials do not reach it.
 */
export function targetsOf(home: Home, requested: readonly string[], {types, declared}: Wanted): readonly ReadTarget[] {
  const expected = placedObjects(declared, home)
  const regions = regionsInQuestion(home, requested, expected)
  const {partition, account} = home
  const own = [globalRegion, ...regions].map((region) => ({partition, account, region}))
  const foreign = distinct(expected.map(({location}) => location)).filter((place) => place.account !== account)
  const byPlace = Map.groupBy(expected, ({location, type}) => key(location, type))
  const idsOf = (location: Location, type: ObjectType): readonly string[] =>
    (byPlace.get(key(location, type)) ?? []).map(({id}) => id)
  const targets = [
    ...own.map((location) => ({location, types: types.filter((type) => belongs(type, location))})),
    ...foreign.map((location) => ({location, types: types.filter((type) => byPlace.has(key(location, type)))})),
  ]
  return targets
    .filter((target) => target.types.length > 0)
    .map(({location, types: of}) => ({
      location,
      types: of.map((type) => ({type, declaredIds: idsOf(location, type), unmanaged: true})),
    }))
}

interface Placed {
  readonly type: ObjectType
  readonly id: string
  readonly location: Location
}

/** Those whose region and identifier are known; a state that names no account at all is meant for the one at hand. */
function placedObjects(declared: Iterable<DeclaredObject>, {partition, account}: Home): readonly Placed[] {
  return [...declared].flatMap(({type, id, location}) => {
    const region = isGlobalType(type) ? globalRegion : location.region
    if (id === undefined || region === undefined) return []
    return [
      {type, id, location: {partition: location.partition ?? partition, account: location.account ?? account, region}},
    ]
  })
}

function regionsInQuestion(
  {account, region}: Home,
  requested: readonly string[],
  expected: readonly Placed[],
): readonly string[] {
  if (requested.length > 0) return [...new Set(requested)]
  const declared = expected.map(({location}) => location).filter((place) => place.account === account)
  const regions = new Set(declared.map((place) => place.region).filter((name) => name !== globalRegion))
  return regions.size > 0 ? [...regions].toSorted() : [region]
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
