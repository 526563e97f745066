import type {CloudControlClient, ResourceDescription} from '@aws-sdk/client-cloudcontrol'
import PQueue from 'p-queue'

import {FailedCall} from '../../aws/call.ts'
import type {GeneratedObject} from '../../catalog/derived.ts'
import type {ObjectType} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {getResource, listResources} from './calls.ts'
import {factsOf} from './facts.ts'
import {fixedValues, parentTypeOf} from './parents.ts'
import {modelIn, type Model} from './model.ts'

/** Calls in one place at the same time: the API answers about one a second (github.com/ekristen/aws-nuke, resources/cloudcontrol.go). */
const callsAtOnce = 8

/** A list by parent takes a call for each: more of them than this are not gone through. */
const mostParents = 500

/** Cloud Control in one account and region. */
export class Place {
  readonly location: Location
  readonly signal: AbortSignal
  readonly #client: CloudControlClient
  readonly #queue = new PQueue({concurrency: callsAtOnce})
  readonly #lists = new Map<ObjectType, Promise<readonly Listed[]>>()

  constructor(client: CloudControlClient, location: Location, signal: AbortSignal) {
    this.#client = client
    this.location = location
    this.signal = signal
  }

  /** @throws FailedCall */
  async get(type: ObjectType, identifier: string): Promise<ResourceDescription | undefined> {
    return this.#queue.add(() => getResource(this.#client, type, identifier, this.signal))
  }

  /**
   * What there is of a type, once however often it is asked for: by all its parents where it cannot be listed without.
   *
   * @throws FailedCall
   */
  async list(type: ObjectType): Promise<readonly Listed[]> {
    const known = this.#lists.get(type) ?? this.#listed(type)
    this.#lists.set(type, known)
    return known
  }

  async #listed(type: ObjectType): Promise<readonly Listed[]> {
    const facts = await factsOf(type)
    if (!facts?.list) throw cannot(type, `Cloud Control cannot list ${type}.`)
    const parents = await this.#parentsOf(type, facts)
    const lists = parents.map((parent) => this.#queue.add(() => this.#pages(type, parent)))
    return (await Promise.all(lists)).flat()
  }

  /** What to narrow a list by, one after the other; for a type that needs no parent once, by nothing. */
  async #parentsOf(type: ObjectType, {parents: names = []}: GeneratedObject): Promise<readonly Parent[]> {
    let combined: readonly Parent[] = [{}]
    let objects = 0
    for (const name of names) {
      const fixed = fixedValues(type, name, this.location)
      const parentType = fixed ? undefined : parentTypeOf(type, name)
      if (parentType !== undefined) objects += 1
      if (!fixed && (parentType === undefined || objects > 1)) {
        throw cannot(type, `Cloud Control lists ${type} by its ${names.join(' and ')} alone, and those are not known.`)
      }
      const values = fixed ?? (await this.#valuesOf(parentType ?? type, name))
      combined = combined.flatMap((parent) => values.map((value) => ({...parent, [name]: value})))
    }
    if (combined.length <= mostParents) return combined
    throw cannot(type, `Cloud Control lists ${type} by parent, and there are ${combined.length} of those.`, 'not-read')
  }

  async #valuesOf(parentType: ObjectType, name: string): Promise<readonly string[]> {
    const parents = await this.list(parentType)
    return parents.flatMap(({identifier, model}) => {
      const value = model[name] ?? (identifier.includes('|') ? undefined : identifier)
      return typeof value === 'string' ? [value] : []
    })
  }

  async #pages(type: ObjectType, parent: Parent): Promise<readonly Listed[]> {
    const found: Listed[] = []
    for await (const page of listResources(this.#client, type, parent, this.signal)) {
      for (const {Identifier: identifier = '', Properties: properties} of page) {
        found.push({identifier, model: {...parent, ...modelIn(type, properties)}})
      }
    }
    return found
  }
}

/** An answer of a list: often no more than what identifies the object. */
export interface Listed {
  readonly identifier: string
  readonly model: Model
}

type Parent = Readonly<Record<string, string>>

function cannot(
  type: ObjectType,
  detail: string,
  reason: 'unsupported-type' | 'not-read' = 'unsupported-type',
): FailedCall {
  return new FailedCall({reason, detail}, type)
}
