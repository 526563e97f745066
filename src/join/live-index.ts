import type {Gap} from '../model/gap.ts'
import type {LiveEvent, LiveObject, ObjectType, ReadScope} from '../model/live.ts'
import type {Location, PartialLocation} from '../model/location.ts'
import {ByTypeAndId} from './by-type-and-id.ts'

/** Everything the live side said, looked up by type and identifier. */
export class LiveIndex {
  readonly #objects = new ByTypeAndId<LiveObject[]>()
  readonly #scopes = new Map<ObjectType, ReadScope[]>()
  readonly #tags = new Map<string, Readonly<Record<string, string>>>()
  readonly #taggingScopes: Location[] = []
  readonly gaps: Gap[] = []
  /** By type; undefined for what concerns a place as a whole. */
  readonly #gapsOf = new Map<ObjectType | undefined, Gap[]>()
  /** Answers that were given; whatever is added makes them void. */
  readonly #known = new Map<string, boolean>()
  count = 0
  #oldest: string | undefined
  #newest: string | undefined

  add(event: LiveEvent): void {
    this.#known.clear()
    switch (event.kind) {
      case 'object':
        this.#addObject(event.object)
        return
      case 'scope':
        push(this.#scopes, event.scope.type, event.scope)
        return
      case 'tags':
        this.#tags.set(event.arn, event.tags)
        return
      case 'tagging-scope':
        this.#taggingScopes.push(event.location)
        return
      case 'gap':
        this.gaps.push(event.gap)
        push(this.#gapsOf, event.gap.type, event.gap)
    }
  }

  /** Live objects that the identifier may mean, given what is known of the place. */
  find(type: ObjectType, id: string, location: PartialLocation): readonly LiveObject[] {
    const found = this.#objects.get(type, id)
    if (found === undefined) return []
    const fits = (object: LiveObject) => compatible(object.location, location) && this.#stands(object)
    return found.every(fits) ? found : found.filter(fits)
  }

  /** A reader that gave up half-way has said nothing: what another one read to the end is what there is. */
  #stands({type, location, reader}: LiveObject): boolean {
    const scopes = this.#scopes.get(type)
    if (scopes === undefined || scopes.every((scope) => scope.reader === reader)) return true
    const here = scopes.filter((scope) => compatible(scope.location, location))
    return here.length === 0 || here.some((scope) => scope.reader === reader)
  }

  /** Whether anything of this type is there. */
  has(type: ObjectType, location: PartialLocation): boolean {
    const {partition, account, region} = location
    const key = [type, partition, account, region].join('\n')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = [...this.objects()].some((object) => object.type === type && compatible(object.location, location))
    this.#known.set(key, found)
    return found
  }

  /** The reader that read this type in this place to the end; its answers are complete. */
  scope(type: ObjectType, location: PartialLocation, reader?: string): ReadScope | undefined {
    let first: ReadScope | undefined
    for (const scope of this.#scopes.get(type) ?? []) {
      if (!compatible(scope.location, location)) continue
      // An index that names what it happens to know: nothing is missing because it does not.
      if (scope.reader === 'resource-explorer' && reader !== scope.reader) continue
      if (scope.reader === reader) return scope
      first ??= scope
    }
    return first
  }

  /** The gap that explains why this type was not read in this place: best one about the type, else one about the place. */
  gap(type: ObjectType, location: PartialLocation): Gap | undefined {
    const isHere = (gap: Gap) => compatible(gap.location ?? {}, location)
    return this.#gapsOf.get(type)?.find(isHere) ?? this.#gapsOf.get(undefined)?.find(isHere)
  }

  /**
   * The object with the Tagging API's tags, which are fresher than any recorder's. One that its own reader shows no tags of, in a
   * place where the Tagging API was read to the end without naming it, was never tagged.
   */
  tagged(object: LiveObject): LiveObject {
    const {arn} = object
    if (arn === undefined) return object
    const tags = this.#tags.get(arn)
    if (tags !== undefined) return {...object, tags}
    if (object.tags !== undefined) return object
    return this.#taggingScopes.some((place) => compatible(place, object.location)) ? {...object, tags: {}} : object
  }

  *objects(): Generator<LiveObject> {
    for (const objects of this.#objects.values()) {
      for (const object of objects) if (this.#stands(object)) yield object
    }
  }

  /** When AWS looked at the oldest and at the newest object, ISO 8601. */
  get span(): {readonly oldest?: string; readonly newest?: string} {
    return this.#oldest === undefined || this.#newest === undefined ? {} : {oldest: this.#oldest, newest: this.#newest}
  }

  #addObject(object: LiveObject): void {
    const {type, id, capturedAt} = object
    const list = this.#objects.get(type, id)
    const former = list?.findIndex((other) => isAgain(object, other)) ?? -1
    if (list && former !== -1) {
      if (object.reader !== 'resource-explorer') list[former] = object
      return
    }
    if (list) list.push(object)
    else this.#objects.set(type, id, [object])
    this.count += 1
    if (capturedAt === undefined) return
    if (this.#oldest === undefined || capturedAt < this.#oldest) this.#oldest = capturedAt
    if (this.#newest === undefined || capturedAt > this.#newest) this.#newest = capturedAt
  }

  /** How many ARNs the Tagging API named. */
  get tagCount(): number {
    return this.#tags.size
  }

  get scopes(): readonly ReadScope[] {
    return [...this.#scopes.values()].flat()
  }

  /** The account, where the whole live side is one: then a state that names no account at all was meant for it. */
  get onlyAccount(): PartialLocation {
    const accounts = new Map(this.scopes.map(({location}) => [location.account, location.partition]))
    const [single] = accounts
    return accounts.size === 1 && single ? {account: single[0], partition: single[1]} : {}
  }
}

/** The same object by another reader. */
function isAgain({reader, location: {partition, account, region}}: LiveObject, other: LiveObject): boolean {
  const {location} = other
  return (
    reader !== other.reader &&
    location.account === account &&
    location.region === region &&
    location.partition === partition
  )
}

/** No part that is known on both sides differs. */
export function compatible(a: PartialLocation, b: PartialLocation): boolean {
  return agree(a.account, b.account) && agree(a.region, b.region) && agree(a.partition, b.partition)
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
