import type {ObjectType} from '../model/live.ts'
import type {ObjectFacts, TerraformType} from './entry.ts'
import {knownTypes, loadType} from './registry.ts'

/** The loaded catalogue: looked up by Terraform type on the declared side, by object type on the live side. */
export interface Catalog {
  entry(type: string): TerraformType | undefined
  /** The entry of the Terraform type that creates objects of this type. */
  creator(objectType: ObjectType): TerraformType | undefined
  facts(objectType: ObjectType): ObjectFacts | undefined
  readonly entries: readonly TerraformType[]
}

/** Loads every entry: a scan needs all of them, to know what is unmanaged. */
export async function loadCatalog(): Promise<Catalog> {
  const loaded = await Promise.all(knownTypes().map((type) => loadType(type)))
  return catalogOf(loaded.filter((entry) => entry !== undefined))
}

export function catalogOf(entries: readonly TerraformType[]): Catalog {
  const byType = new Map(entries.map((entry) => [entry.type, entry]))
  const creators = new Map<ObjectType, TerraformType>()
  for (const entry of entries) {
    if (entry.object && !creators.has(entry.objectType)) creators.set(entry.objectType, entry)
  }
  return {
    entry: (type) => byType.get(type),
    creator: (objectType) => creators.get(objectType),
    facts: (objectType) => creators.get(objectType)?.object,
    entries,
  }
}
