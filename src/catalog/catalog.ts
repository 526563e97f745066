import type {ObjectType} from '../model/live.ts'
import {derivedEntry, type GeneratedService} from './derived.ts'
import type {ObjectFacts, TerraformType} from './entry.ts'
import {knownTypes, loadType} from './registry.ts'
import {shapeOf, type Shape} from './shape.ts'

/** The loaded catalogue: looked up by Terraform type on the declared side, by object type on the live side. */
export interface Catalog {
  entry(type: string): TerraformType | undefined
  /** The entry of the Terraform type that creates objects of this type. */
  creator(objectType: ObjectType): TerraformType | undefined
  facts(objectType: ObjectType): ObjectFacts | undefined
  /** What the CloudFormation schema can show of an object type; undefined where it is not loaded, or there is none. */
  shape(objectType: ObjectType): Shape | undefined
  /** Properties that only the creation of an object sets. */
  createOnly(objectType: ObjectType): readonly string[]
  readonly entries: readonly TerraformType[]
}

/** Loads every curated entry: a scan needs all of them, to know what is unmanaged. Derived ones follow as their types occur. */
export async function loadCatalog(): Promise<GrowingCatalog> {
  const loaded = await Promise.all(knownTypes().map((type) => loadType(type)))
  return new GrowingCatalog(loaded.filter((entry) => entry !== undefined))
}

export function catalogOf(entries: readonly TerraformType[]): Catalog {
  return new GrowingCatalog(entries)
}

/** A catalogue that learns of a type, curated or derived, when it first occurs. */
export class GrowingCatalog implements Catalog {
  readonly #entries = new Map<string, TerraformType>()
  readonly #creators = new Map<ObjectType, TerraformType>()
  readonly #shapes = new Map<ObjectType, Shape>()
  readonly #createOnly = new Map<ObjectType, readonly string[]>()
  readonly #wanted = new Map<string, Promise<void> | undefined>()

  constructor(entries: readonly TerraformType[]) {
    for (const entry of entries) this.#add(entry)
  }

  /**
   * Makes sure that all is loaded that is known of a Terraform type (`aws_sqs_queue`) or an object type (`AWS::SQS::Queue`).
   *
   * @returns undefined where there is nothing to wait for
   */
  want(type: string): Promise<void> | undefined {
    if (!this.#wanted.has(type)) {
      const loading = this.#load(type).then(() => {
        this.#wanted.set(type, undefined)
      })
      this.#wanted.set(type, loading)
    }
    return this.#wanted.get(type)
  }

  async #load(type: string): Promise<void> {
    const {generatedFor} = await import('./generated.ts')
    const service = await generatedFor(this.#entries.get(type)?.objectType ?? type)
    if (service) this.#learn(type, service)
  }

  #learn(type: string, {types, objects}: GeneratedService): void {
    const objectType = this.#entries.get(type)?.objectType ?? types[type]?.of ?? type
    const facts = objects[objectType]
    if (!facts) return
    this.#shapes.set(objectType, shapeOf(facts))
    this.#createOnly.set(objectType, facts.createOnly ?? [])
    const creator = Object.keys(types).find((name) => types[name]?.of === objectType)
    for (const name of new Set([creator, type])) {
      const generated = name === undefined ? undefined : types[name]
      if (name === undefined || !generated || this.#entries.has(name)) continue
      this.#add(derivedEntry(name, generated, this.#creators.has(objectType) ? undefined : facts))
    }
  }

  #add(entry: TerraformType): void {
    this.#entries.set(entry.type, entry)
    if (entry.object && !this.#creators.has(entry.objectType)) this.#creators.set(entry.objectType, entry)
  }

  entry(type: string): TerraformType | undefined {
    return this.#entries.get(type)
  }

  creator(objectType: ObjectType): TerraformType | undefined {
    return this.#creators.get(objectType)
  }

  facts(objectType: ObjectType): ObjectFacts | undefined {
    return this.#creators.get(objectType)?.object
  }

  shape(objectType: ObjectType): Shape | undefined {
    return this.#shapes.get(objectType)
  }

  createOnly(objectType: ObjectType): readonly string[] {
    return this.#createOnly.get(objectType) ?? []
  }

  get entries(): readonly TerraformType[] {
    return [...this.#entries.values()]
  }
}
