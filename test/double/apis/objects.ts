import {isGlobalType} from '../../../src/live/global-types.ts'
import type {Population, WorldObject} from '../world.ts'
import {schemaOf, shaped} from '../wire/shaped.ts'
import {listing, page, type Context} from './api.ts'

type Document = Readonly<Record<string, unknown>>

function populationOf(type: string, {world, account, region}: Context): Population {
  return world.population(account, isGlobalType(type) ? 'global' : region)
}

/** The object of that primary identifier, unless it is gone. */
export function objectOf(type: string, id: string, context: Context): WorldObject | undefined {
  const found = populationOf(type, context).find(type, id)
  return found?.id === id ? found : undefined
}

/** A page of the objects of a type that are there, or of those with these primary identifiers. */
export function objectsOf(
  type: string,
  context: Context,
  {
    token,
    size = 1000,
    ids,
  }: {
    readonly token?: string | undefined
    readonly size?: number | undefined
    readonly ids?: readonly string[] | undefined
  } = {},
): {readonly objects: readonly WorldObject[]; readonly next: string | undefined} {
  if (ids) return {objects: ids.flatMap((id) => objectOf(type, id, context) ?? []), next: undefined}
  const all = listing(populationOf(type, context), [type])
  const {indices, next} = page(all.length, token, size)
  return {objects: indices.map((index) => all.at(index)).filter(({gone}) => !gone), next}
}

/** What Config keeps of an object, as a document. */
export function documentOf({item}: WorldObject): Document {
  const configuration = item?.['configuration'] ?? {}
  return (typeof configuration === 'string' ? JSON.parse(configuration) : configuration) as Document
}

/** The same with what Config leaves out, for types whose canonical names are those of the API. */
export function wholeOf(object: WorldObject): Document {
  return {...object.properties, ...documentOf(object)}
}

/** Objects as one operation shows them in one of its members. */
export async function shownIn<T = Document>(
  [service, operation, ...path]: readonly [service: string, operation: string, ...path: string[]],
  documents: readonly object[],
): Promise<readonly T[]> {
  const schema = await schemaOf(service, operation, path)
  return documents.map((document) => shaped(schema, document) as T)
}

/** Tags as most services list them. */
export function tagList(
  tags: Readonly<Record<string, string>>,
): readonly {readonly Key: string; readonly Value: string}[] {
  return Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
}
