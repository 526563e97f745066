import {isWithin} from '../model/path.ts'
import type {ObjectType, ReadScope} from '../model/live.ts'
import type {ObjectReader} from './abilities.ts'
import {configTypeOf, seesOf} from './config/types.ts'
import {factsOf} from './cloud-control/facts.ts'
import {loadServiceType} from './service/index.ts'
import type {WantedType} from './reader.ts'

/** Readers that do not show what resources declare as a part of these objects, and what that is: any other is asked before them. */
export type BlindReaders = ReadonlyMap<ObjectReader, string>

export async function blindReaders({type, needs = []}: WantedType): Promise<BlindReaders> {
  if (needs.length === 0) return new Map()
  const shown: Readonly<Record<ObjectReader, ReadScope['sees']>> = {
    config: seesOf(configTypeOf(type)),
    'config-aggregator': seesOf(configTypeOf(type)),
    service: (await loadServiceType(type))?.sees ?? [],
    'cloud-control': '*',
  }
  const blind = await Promise.all(
    (Object.keys(shown) as ObjectReader[]).map(async (reader) => {
      const unseen = await unseenBy(shown[reader], type, needs)
      return unseen.length === 0 ? [] : [[reader, unseen.join(', ')] as const]
    }),
  )
  return new Map(blind.flat())
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
