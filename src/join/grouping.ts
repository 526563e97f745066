import type {Catalog} from '../catalog/catalog.ts'
import type {GapReason} from '../model/gap.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import {ByTypeAndId} from './by-type-and-id.ts'
import type {GapTally} from './gap-tally.ts'
import type {JoinedObject, Share} from './joined.ts'
import {compatible, type LiveIndex} from './live-index.ts'

interface Group {
  readonly type: ObjectType
  readonly id: string
  location: PartialLocation
  readonly shares: Share[]
}

/** Puts shares of the same object together, then finds the live object of each group. */
export class Grouping {
  readonly #catalog: Catalog
  readonly #live: LiveIndex
  readonly #groups = new ByTypeAndId<Group[]>()
  readonly #claimed = new Set<LiveObject>()
  readonly #proven = new Map<ObjectType, boolean>()

  constructor(catalog: Catalog, live: LiveIndex) {
    this.#catalog = catalog
    this.#live = live
  }

  add(type: ObjectType, id: string, location: PartialLocation, share: Share): void {
    const groups = this.#groups.get(type, id)
    const group = groups?.find((candidate) => compatible(candidate.location, this.#within(type, location)))
    if (group) {
      group.location = share.entry.object ? {...group.location, ...location} : {...location, ...group.location}
      group.shares.push(share)
      return
    }
    const fresh = {type, id, location, shares: [share]}
    if (groups) groups.push(fresh)
    else this.#groups.set(type, id, [fresh])
  }

  /** Whether an object was joined with a declared one. */
  claims(object: LiveObject): boolean {
    return this.#claimed.has(object)
  }

  objects(gaps: GapTally): readonly JoinedObject[] {
    const objects: JoinedObject[] = []
    for (const groups of this.#groups.values()) {
      for (const group of groups) {
        if (group.shares.some(({aside}) => !aside)) objects.push(this.#join(group, gaps))
        else this.#claim(group)
      }
    }
    return objects
  }

  /** Somebody's, though nothing is said of it. */
  #claim({type, id, location}: Group): void {
    for (const object of this.#live.find(type, id, this.#within(type, location))) this.#claimed.add(object)
  }

  #join(group: Group, gaps: GapTally): JoinedObject {
    const {type, id, location, shares} = group
    const found = this.#live.find(type, id, this.#within(type, location))
    const [object] = found
    if (object && found.length === 1 && this.#isSafe(group)) {
      this.#claimed.add(object)
      const scope = this.#live.scope(type, object.location, object.reader)
      return {type, id, location: object.location, shares, live: this.#live.tagged(object), ...(scope ? {scope} : {})}
    }
    const reason = this.#whyNot(group, found.length)
    if (reason === undefined) {
      const scope = this.#live.scope(type, location)
      return {type, id, location, shares, ...(scope ? {scope} : {})}
    }
    const cause = this.#live.gap(type, location)
    const {action, grant} = cause?.reason === reason ? cause : {}
    const at = {location, ...(action === undefined ? {} : {action}), ...(grant && {grant})}
    for (const {resource, aside} of shares) if (!aside) gaps.add(reason, resource, this.#detail(reason, group), at)
    return {type, id, location, shares, notLookedAt: reason}
  }

  /** A unique answer is the right one only where the place is known, or the identifier exists once in all of AWS. */
  #isSafe({type, id, location}: Group): boolean {
    return isPlaced(location) || isUnique(id) || this.#catalog.facts(type)?.idScope === 'partition'
  }

  #whyNot(group: Group, answers: number): GapReason | undefined {
    if (answers > 1) return 'ambiguous'
    const {type, id, location, shares} = group
    if (!isPlaced(location)) return 'location-unknown'
    const scope = this.#live.scope(type, location)
    const isDerived = shares.every(({entry}) => entry.confidence === 'derived')
    if (scope?.unread?.includes(id)) return 'failed'
    if (scope?.asked?.includes(id) === false) return 'not-read'
    if (scope) return isDerived && !this.#canBeMissing(type, location) ? 'identity-unknown' : undefined
    return this.#live.gap(type, location)?.reason ?? (isDerived ? 'unsupported-type' : 'not-read')
  }

  /**
   * A derived identity has not been proven: what it does not find is missing only where there is nothing of the type at all, or where
   * another object of the type was found by such an identity.
   */
  #canBeMissing(type: ObjectType, location: PartialLocation): boolean {
    const isProven = this.#proven.get(type) ?? this.#anyFound(type)
    this.#proven.set(type, isProven)
    return isProven || !this.#live.has(type, location)
  }

  #anyFound(type: ObjectType): boolean {
    return [...this.#groups.values()].some((groups) =>
      groups.some((group) => group.type === type && this.#live.find(type, group.id, group.location).length === 1),
    )
  }

  /** The part of a location that an identifier of this type depends on: a bucket name exists once in a partition. */
  #within(type: ObjectType, location: PartialLocation): PartialLocation {
    if (this.#catalog.facts(type)?.idScope !== 'partition') return location
    return location.partition === undefined ? {} : {partition: location.partition}
  }

  #detail(reason: GapReason, {type, location}: Group): string {
    const place = `${location.account ?? 'unknown account'}, ${location.region ?? 'unknown region'}`
    if (reason === 'ambiguous')
      return `several live ${type} objects have this identifier, and the state does not say where it lives`
    if (reason === 'location-unknown') return `the state does not say in which account and region this ${type} lives`
    if (reason === 'identity-unknown') return `no live ${type} has the identifier that the derived mapping expects`
    return this.#live.gap(type, location)?.detail ?? `${type} was not read in ${place}`
  }
}

function isPlaced(location: PartialLocation): boolean {
  return location.account !== undefined && location.region !== undefined
}

/** `i-0abc...`, ARNs and URLs: AWS gives each only once. */
function isUnique(id: string): boolean {
  return id.split('|').some(isUniquePart)
}

function isUniquePart(part: string): boolean {
  return /^[a-z]+-[\da-f]{8,}$/.test(part) || part.startsWith('arn:') || part.startsWith('https://')
}
