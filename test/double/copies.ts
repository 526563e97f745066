import type {Cast, Role} from './cast.ts'
import {changed} from './change.ts'
import {chance} from './random.ts'
import {copyIn, type Spot} from './template.ts'
import {nobody, type ConfigDocument, type Population, type WorldObject} from './world.ts'

/** Which copies are not as declared: see `ScenarioRequest`. */
export interface Differences {
  readonly seed: number
  readonly drifted?: number
  readonly missing?: number
  readonly unmanaged?: number
}

/** Copies of a cast in one place. */
export class Copies implements Population {
  readonly types: readonly string[]
  readonly #byType: ReadonlyMap<string, readonly Role[]>
  readonly #place: Omit<Spot, 'copy'>
  readonly #copies: number
  readonly #differences: Differences

  constructor({objects}: Cast, place: Omit<Spot, 'copy'>, copies: number, differences: Differences) {
    this.#byType = Map.groupBy(objects, ({type}) => type)
    this.types = [...this.#byType.keys()]
    this.#place = place
    this.#copies = copies
    this.#differences = differences
  }

  count(type: string): number {
    return (this.#byType.get(type)?.length ?? 0) * this.#copies
  }

  at(type: string, index: number): WorldObject {
    const roles = this.#byType.get(type) ?? []
    const role = roles[index % roles.length]
    return role ? this.#object(role, Math.floor(index / roles.length)) : nobody.at(type, index)
  }

  find(type: string, id: string): WorldObject | undefined {
    // What is the same in every copy is in the first.
    const copy = copyIn(id) ?? 0
    if (copy >= this.#copies) return undefined
    const found = (this.#byType.get(type) ?? []).map((role) => this.#object(role, copy))
    return found.find((object) => !object.gone && (object.id === id || object.item?.resourceId === id))
  }

  #object(role: Role, copy: number): WorldObject {
    const {account, region} = this.#place
    const spot = {...this.#place, copy}
    const id = role.id.at(spot)
    const {seed, drifted = 0, missing = 0, unmanaged = 0} = this.#differences
    const key = `${account} ${region} ${role.type} ${id}`
    const isGone = missing > 0 && chance(seed, `gone ${key}`) < missing
    const object = new Copy(role, {spot, id, isGone, isMade: copy >= this.#copies - unmanaged})
    return drifted > 0 && chance(seed, `drifted ${key}`) < drifted ? changed(object) : object
  }
}

interface Individual {
  readonly spot: Spot
  readonly id: string
  readonly isGone: boolean
  readonly isMade: boolean
}

/** What there is to say of it is made when it is asked for: there may be a million. */
class Copy implements WorldObject {
  readonly type: string
  readonly id: string
  readonly gone: true | undefined
  readonly made: true | undefined
  readonly #role: Role
  readonly #spot: Spot

  constructor(role: Role, {spot, id, isGone, isMade}: Individual) {
    this.type = role.type
    this.id = id
    this.gone = isGone ? true : undefined
    this.made = isMade ? true : undefined
    this.#role = role
    this.#spot = spot
  }

  get arn(): string | undefined {
    return this.#role.arn?.at(this.#spot)
  }

  get tags(): WorldObject['tags'] {
    return JSON.parse(this.#role.tags.at(this.#spot)) as WorldObject['tags']
  }

  get item(): ConfigDocument | undefined {
    const {item} = this.#role
    return item && (JSON.parse(item.at(this.#spot)) as ConfigDocument)
  }

  get properties(): WorldObject['properties'] {
    return JSON.parse(this.#role.properties.at(this.#spot)) as WorldObject['properties']
  }

  get mapping(): string | undefined {
    return this.#role.mapping?.at(this.#spot)
  }

  row(columns: readonly string[]): string | undefined {
    return this.#role.row?.(columns).at(this.#spot)
  }
}
