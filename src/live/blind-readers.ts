import {isWithin} from '../model/path.ts'
import type {ObjectType, ReadScope} from '../model/live.ts'
import type {ObjectReader} from './abilities.ts'
import {configTypeOf, seesOf} from './config/types.ts'
import {factsOf} from './cloud-control/facts.ts'
import {loadServiceType} from './service/index.ts'
import type {WantedType} from './reader.ts'

/** Readers that do not show what resources declare as a part of these objects, and what that is: any other is asked before them. */
export type BlindReaders = ReadonlyMap<ObjectReader, string>

/** @param among these: what a reader that nobody asks shows is not loaded */
export async function blindReaders(
  {type, needs = []}: WantedType,
  among: readonly ObjectReader[],
): Promise<BlindReaders> {
  if (needs.length === 0) return new Map()
  const blind = await Promise.all(
    among.map(async (reader) => {
      const unseen = await unseenBy(await shownBy[reader](type), type, needs)
      return unseen.length === 0 ? [] : [[reader, unseen.join(', ')] as const]
    }),
  )
  return new Map(blind.flat())
}

type Shown = (type: ObjectType) => ReadScope['sees'] | Promise<ReadScope['sees']>

const ofConfig: Shown = (type) => seesOf(configTypeOf(type))

const shownBy: Readonly<Record<ObjectReader, Shown>> = {
  config: ofConfig,
  'config-aggregator': ofConfig,
  service: async (type) => (await loadServiceType(type))?.sees ?? [],
  'cloud-control': () => '*',
}

async function unseenBy(
  sees: ReadScope['sees'],
  type: ObjectType,
  needs: readonly string[],
): Promise<readonly string[]> {
  if (sees !== '*') return needs.filter((need) => !sees.some((path) => isWithin(path, need) || isWithin(need, path)))
  const {has, writeOnly = []} = (await factsOf(type)) ?? {has: []}
  const names = new Set(has.map((property) => property.replace(/\(.*$/, '')))
  return needs.filter((need) => !names.has(need) || writeOnly.includes(need))
}
