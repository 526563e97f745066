import {homeRegion} from '../../../src/aws/home-region.ts'
import {AwsFault} from '../wire/fault.ts'
import type {Caller} from '../callers.ts'
import type {Population, World, WorldObject} from '../world.ts'

/** Where and by whom an API is called. */
export interface Context extends Caller {
  readonly region: string
  readonly world: World
  /** How long the keys of a role are good for. */
  readonly sessionSeconds: number
}

/**
 * One operation of AWS: input and output as the SDK types them. Registered in `apis/index.ts` under signing name and operation.
 *
 * @throws AwsFault
 */
export type Api<Input = never> = (input: Input, context: Context) => object | Promise<object>

export type Apis = Readonly<Record<string, Api<Readonly<Record<string, unknown>>>>>

/** The APIs of one service; their inputs are what its schemas say. */
export function apisOf(service: string, apis: Readonly<Record<string, Api>>): Apis {
  const entries = Object.entries(apis).map(([operation, api]) => [`${service}:${operation}`, api])
  return Object.fromEntries(entries) as Apis
}

/** A page of a list, its token the place where it goes on. */
export function page(
  length: number,
  token: string | undefined,
  size: number,
): {readonly indices: readonly number[]; readonly next: string | undefined} {
  const start = token === undefined || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString())
  if (!Number.isInteger(start) || start < 0) throw new AwsFault('InvalidNextTokenException', 'The token is not valid.')
  const end = Math.min(length, start + size)
  return {
    indices: Array.from({length: Math.max(0, end - start)}, (_, index) => start + index),
    next: end < length ? Buffer.from(String(end)).toString('base64url') : undefined,
  }
}

/** Objects of some types of a place as one list. */
export function listing(population: Population, types: readonly string[]): Listing {
  return joined(
    types.map((type) => ({length: population.count(type), at: (index: number) => population.at(type, index)})),
  )
}

/** All objects that answer in a place, gone ones included; those of global services in the home region of the partition. */
export function everythingIn({world, account, region, partition}: Context): Listing {
  const here = world.population(account, region)
  const local = listing(here, here.types)
  if (region !== homeRegion(partition)) return local
  const everywhere = world.population(account, 'global')
  return joined([local, listing(everywhere, everywhere.types)])
}

/** The first object that fits, gone or not. */
export function firstOf(list: Listing, fits: (object: WorldObject) => boolean): WorldObject | undefined {
  for (let index = 0; index < list.length; index++) {
    const object = list.at(index)
    if (fits(object)) return object
  }
  return undefined
}

export interface Listing {
  readonly length: number
  at(index: number): WorldObject
}

/** Lists one after another. */
export function joined(lists: readonly Listing[]): Listing {
  return {
    length: lists.reduce((sum, {length}) => sum + length, 0),
    at: (index) => {
      let left = index
      for (const list of lists) {
        if (left < list.length) return list.at(left)
        left -= list.length
      }
      throw new RangeError(`no object ${index}`)
    },
  }
}
