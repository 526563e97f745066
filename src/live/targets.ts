import type {ObjectType} from '../model/live.ts'
import {globalRegion, type Location, type PartialLocation} from '../model/location.ts'
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
  /** In these regions, of all accounts or of each; default: those of what is declared, left out or not, else the session's own. */
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
  const expected = new Expected(declared, partition, accounts)
  const detailed = wanted.detailed && new Expected(wanted.detailed, partition, accounts)
  const leftOut = regionsOf([...(wanted.leftOut ?? [])])
  const usual = leftOut.length > 0 ? leftOut : [home.region]
  const own = accounts.flatMap((account) =>
    [globalRegion, ...regionsInQuestion(account, usual, scope, expected)].map((region) => ({
      partition,
      account,
      region,
    })),
  )
  const asked = new Set(accounts)
  const foreign = expected.places.filter((place) => !asked.has(place.account))
  const targets = [
    ...own.map((location) => ({location, types: types.filter((type) => belongs(type, location))})),
    ...foreign.map((location) => ({location, types: types.filter((type) => expected.at(location, type))})),
  ]
  return targets
    .map(({location, types: of}) => ({
      location,
      types: of
        .map((type) => {
          const here = expected.at(location, type)
          return {
            type,
            declaredIds: here?.ids ?? [],
            unmanaged: unmanaged?.(type) ?? true,
            ...(detailed && detailedIn(detailed, location, type)),
            ...(here && here.needs.size > 0 && {needs: [...here.needs].toSorted()}),
          }
        })
        .filter((each) => each.unmanaged || each.declaredIds.length > 0),
    }))
    .filter((target) => target.types.length > 0)
}

/** Where even one object of a type has no known place or identifier, it may be any: then all of them count. */
function detailedIn(detailed: Expected, location: Location, type: ObjectType): Pick<WantedType, 'detailedIds'> {
  if (detailed.vague.has(type)) return {}
  return {detailedIds: [...new Set(detailed.at(location, type)?.ids)]}
}

interface ExpectedIds {
  readonly ids: string[]
  readonly needs: Set<string>
}

/** Declared objects by place and type, as far as place and identifier are known; where one account is read, a state that names none is meant for that. */
class Expected {
  readonly #places = new Map<string, {readonly location: Location; readonly types: Map<ObjectType, ExpectedIds>}>()
  /** Types of which something has no known place. */
  readonly vague = new Set<ObjectType>()

  constructor(declared: Iterable<DeclaredObject>, partition: string, accounts: readonly string[]) {
    const [single, another] = accounts
    const fallback = another === undefined ? single : undefined
    const isGlobal = new Map<ObjectType, boolean>()
    for (const {type, id, location, needs} of declared) {
      const account = location.account ?? fallback
      let global = isGlobal.get(type)
      if (global === undefined) isGlobal.set(type, (global = isGlobalType(type)))
      const region = global ? globalRegion : location.region
      if (id === undefined || region === undefined || account === undefined) this.vague.add(type)
      else this.#add({type, id, location: {partition: location.partition ?? partition, account, region}}, needs)
    }
  }

  /** Where anything is expected. */
  get places(): readonly Location[] {
    return [...this.#places.values()].map(({location}) => location)
  }

  at(location: Location, type: ObjectType): ExpectedIds | undefined {
    return this.#places.get(key(location))?.types.get(type)
  }

  #add({type, id, location}: PlacedObject, needs: string | undefined): void {
    const name = key(location)
    let place = this.#places.get(name)
    if (!place) this.#places.set(name, (place = {location, types: new Map()}))
    let here = place.types.get(type)
    if (!here) place.types.set(type, (here = {ids: [], needs: new Set()}))
    here.ids.push(id)
    if (needs !== undefined) here.needs.add(needs)
  }
}

/** These objects and nothing else. */
export function targetsFor(objects: readonly PlacedObject[]): readonly ReadTarget[] {
  const byPlace = Map.groupBy(objects, ({location}) => key(location))
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

/** An account in which nothing is declared is read where the others are. */
function regionsInQuestion(
  account: string,
  usual: readonly string[],
  {regions}: Scope,
  expected: Expected,
): readonly string[] {
  const requested = 'get' in regions ? regions.get(account) : regions
  if (requested && requested.length > 0) return [...new Set(requested)]
  const declared = regionsOf(expected.places.filter((place) => place.account === account))
  if (declared.length > 0) return declared
  const elsewhere = regionsOf(expected.places)
  return elsewhere.length > 0 ? elsewhere : usual
}

function regionsOf(places: readonly PartialLocation[]): readonly string[] {
  const regions = new Set(places.flatMap(({region}) => region ?? []))
  regions.delete(globalRegion)
  return [...regions].toSorted()
}

function belongs(type: ObjectType, {region}: Location): boolean {
  return isGlobalType(type) === (region === globalRegion)
}

function key({partition, account, region}: Location): string {
  return `${partition}/${account}/${region}`
}
