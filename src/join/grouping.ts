import type {Catalog} from '../catalog/catalog.ts'
import type {GapReason} from '../model/gap.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import {ByTypeAndId} from './by-type-and-id.ts'
import type {GapTally} from './gap-tally.ts'
import type {JoinedObject, Share} from './joined.ts'
import {compatible, type LiveIndex} from './live-index.ts'
import {merged} from './locate.ts'
import type {PlacedShare} from './shares.ts'

/** Shares of one object, as far as the places that they name agree. */
export interface Group {
  readonly type: ObjectType
  readonly id: string
  location: PartialLocation
  readonly shares: Share[]
}

export interface Grouped {
  readonly objects: readonly JoinedObject[]
  /** What the rest of the scan has to decide; nothing where this is all of it. */
  readonly undecided: readonly Group[]
}

/** What is known of identifiers that were derived, wherever they were found to be right. */
export type ProvenTypes = Set<ObjectType>

/** Puts shares of the same object together, then finds the live object of each group. */
export class Grouping {
  readonly #catalog: Catalog
  readonly #live: LiveIndex
  readonly #groups = new ByTypeAndId<Group[]>()
  readonly #claimed = new Set<LiveObject>()
  readonly #proven: ProvenTypes

  constructor(catalog: Catalog, live: LiveIndex, proven: ProvenTypes = new Set()) {
    this.#catalog = catalog
    this.#live = live
    this.#proven = proven
  }

  add({type, id, location, share}: PlacedShare): void {
    const groups = this.#groups.get(type, id)
    const group = groups?.find((candidate) => compatible(candidate.location, this.#within(type, location)))
    if (group) {
      group.location = share.entry.object ? merged(location, group.location) : merged(group.location, location)
      group.shares.push(share)
      return
    }
    this.adopt({type, id, location, shares: [share]})
  }

  /** A group that another grouping could not decide. */
  adopt(group: Group): void {
    const groups = this.#groups.get(group.type, group.id)
    if (groups) groups.push(group)
    else this.#groups.set(group.type, group.id, [group])
  }

  /** Whether an object was joined with a declared one. */
  claims(object: LiveObject): boolean {
    return this.#claimed.has(object)
  }

  /** @param extent whether other accounts are still to come, whose objects may be meant or tell what an identifier is worth */
  objects(gaps: GapTally, extent: 'one-account' | 'all'): Grouped {
    const objects: JoinedObject[] = []
    const undecided: Group[] = []
    const doubtful: Group[] = []
    for (const groups of this.#groups.values()) {
      for (const group of groups) {
        const found = this.#find(group)
        if (found.length === 1) this.#proven.add(group.type)
        if (found.length === 0 && extent === 'one-account' && this.#isOfPartition(group.type)) undecided.push(group)
        else if (group.shares.every(({aside}) => aside)) for (const object of found) this.#claimed.add(object)
        else if (found.length === 0 && this.#mayBeMistaken(group)) doubtful.push(group)
        else objects.push(this.#join(group, found, gaps))
      }
    }
    for (const group of doubtful) {
      const isProven = this.#proven.has(group.type)
      if (isProven || extent === 'all')
        objects.push(this.#absent(group, isProven ? undefined : 'identity-unknown', gaps))
      else undecided.push(group)
    }
    return {objects, undecided}
  }

  /** An object that is live in the account which declares it is that one, whatever another account says to have under the same name. */
  #find({type, id, location}: Group): readonly LiveObject[] {
    const found = this.#live.find(type, id, this.#within(type, location))
    if (found.length < 2) return found
    const own = found.filter((object) => object.location.account === location.account)
    return own.length > 0 ? own : found
  }

  #join(group: Group, found: readonly LiveObject[], gaps: GapTally): JoinedObject {
    const {type, id, shares} = group
    const [object] = found
    if (object && found.length === 1 && this.#isSafe(group)) {
      this.#claimed.add(object)
      const scope = this.#live.scope(type, object.location, object.reader)
      return {type, id, location: object.location, shares, live: this.#live.tagged(object), ...(scope ? {scope} : {})}
    }
    return this.#absent(group, this.#whyNot(group, found.length), gaps)
  }

  /** @param reason why it is not known whether the object is there; undefined where it is known not to be */
  #absent(group: Group, reason: GapReason | undefined, gaps: GapTally): JoinedObject {
    const {type, id, location, shares} = group
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
    return isPlaced(location) || isUnique(id) || this.#isOfPartition(type)
  }

  #whyNot(group: Group, answers: number): GapReason | undefined {
    if (answers > 1) return 'ambiguous'
    const {type, id, location} = group
    if (!isPlaced(location)) return 'location-unknown'
    const scope = this.#live.scope(type, location)
    if (scope?.unread?.includes(id)) return 'failed'
    if (scope?.asked?.includes(id) === false) return 'not-read'
    if (scope) return undefined
    return this.#live.gap(type, location)?.reason ?? (isDerived(group) ? 'unsupported-type' : 'not-read')
  }

  /**
   * A derived identity has not been proven: what it does not find is missing only where there is nothing of the type at all, or where
   * another object of the type was found by such an identity.
   */
  #mayBeMistaken(group: Group): boolean {
    const {type, id, location} = group
    if (!isDerived(group) || !isPlaced(location)) return false
    const scope = this.#live.scope(type, location)
    if (!scope || scope.unread?.includes(id) || scope.asked?.includes(id) === false) return false
    return this.#live.has(type, location)
  }

  #isOfPartition(type: ObjectType): boolean {
    return this.#catalog.facts(type)?.idScope === 'partition'
  }

  /** The part of a location that an identifier of this type depends on: a bucket name exists once in a partition. */
  #within(type: ObjectType, location: PartialLocation): PartialLocation {
    if (!this.#isOfPartition(type)) return location
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

function isDerived({shares}: Group): boolean {
  return shares.every(({entry}) => entry.confidence === 'derived')
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
