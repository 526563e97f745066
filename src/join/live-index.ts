import {compareGaps, type Gap} from '../model/gap.ts'
import type {LiveEvent, LiveObject, ObjectType, ReadScope} from '../model/live.ts'
import type {Location, PartialLocation} from '../model/location.ts'
import {ByTypeAndId} from './by-type-and-id.ts'

/**
 * What the live side said, looked up by type and identifier: all of it, or what one account said, which the rest then takes up as far as it
 * is still of use.
 */
export class LiveIndex {
  /** What was said of no account in particular. */
  readonly #common: LiveIndex | undefined
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
  /** Where objects of a type are that were taken up by number alone. */
  readonly #places = new Map<ObjectType, Location[]>()

  constructor(common?: LiveIndex) {
    this.#common = common
  }

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
    const isHere = (object: LiveObject) => compatible(object.location, location) && this.#stands(object)
    const found =
      this.#places.get(type)?.some((place) => compatible(place, location)) === true ||
      [...this.#objects.of(type)].some((objects) => objects.some(isHere))
    this.#known.set(key, found)
    return found
  }

  /**
   * Takes up what another index said: where it read, and what it could not. Of its objects only some.
   *
   * @param isOpen whether an object may still be of use
   */
  absorb(other: LiveIndex, isOpen: (object: LiveObject) => boolean): void {
    this.#known.clear()
    for (const scope of other.scopes) push(this.#scopes, scope.type, scope)
    this.#taggingScopes.push(...other.#taggingScopes)
    for (const gap of other.gaps) this.add({kind: 'gap', gap})
    for (const object of other.objects()) {
      if (isOpen(object)) this.#addObject(other.tagged(object))
      this.#note(object)
    }
  }

  #note({type, location}: LiveObject): void {
    const places = this.#places.get(type)
    const isKnown = places?.some(({account, region, partition}) => {
      return account === location.account && region === location.region && partition === location.partition
    })
    if (!isKnown) push(this.#places, type, location)
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
    return this.#gapAt(type, location) ?? this.#gapAt(undefined, location)
  }

  /** Of several the first in their order, whichever came first. */
  #gapAt(type: ObjectType | undefined, location: PartialLocation): Gap | undefined {
    const own = this.#gapsOf.get(type)?.filter((gap) => compatible(gap.location ?? {}, location)) ?? []
    const common = this.#common && this.#common.#gapAt(type, location)
    return (common ? [...own, common] : own).reduce<Gap | undefined>(
      (first, gap) => (first === undefined || compareGaps(gap, first) < 0 ? gap : first),
      undefined,
    )
  }

  /**
   * The object with the Tagging API's tags, which are fresher than any recorder's. One that its own reader shows no tags of, in a
   * place where the Tagging API was read to the end without naming it, was never tagged.
   */
  tagged(object: LiveObject): LiveObject {
    const {arn} = object
    if (arn === undefined) return object
    const tags = this.#tags.get(arn) ?? this.#common?.tagsOf(arn)
    if (tags !== undefined) return {...object, tags}
    if (object.tags !== undefined) return object
    return this.#taggingScopes.some((place) => compatible(place, object.location)) ? {...object, tags: {}} : object
  }

  /** What the Tagging API said of an ARN. */
  tagsOf(arn: string): LiveObject['tags'] {
    return this.#tags.get(arn)
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
