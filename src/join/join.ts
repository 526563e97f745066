import type {Catalog} from '../catalog/catalog.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {ObjectType} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import {AccountJoins, type Declared} from './account-joins.ts'
import {GapTally} from './gap-tally.ts'
import type {Joined} from './joined.ts'
import type {LiveIndex} from './live-index.ts'
import {ownTarget} from './locate.ts'
import {asIs, Packing} from './packing.ts'
import {ProviderLocations} from './provider-locations.ts'
import {isDeposed, isInScope} from './scope.ts'
import {Shares, type Placed} from './shares.ts'

/** Joins declared resources with live objects by type and identifier within partition, account and region. O(n + m). */
export class Joiner {
  readonly #catalog: Catalog
  readonly #note: (resource: DeclaredResource) => void
  readonly #providers = new ProviderLocations()
  readonly #placed: Placed[] = []
  readonly #packing = new Packing<DeclaredResource>()
  readonly #packedFrom: number
  #packed = 0
  readonly #gaps = new GapTally()
  readonly #shares: Shares
  readonly #unjoined: DeclaredResource[] = []
  #declared = 0
  #outOfScope = 0
  #leftOut = 0

  /**
   * @param note is told of every resource that is taken in and looked at
   * @param packedFrom how many resources are kept as they are; of more, memory counts for more than the time that it takes to unpack them
   */
  constructor(catalog: Catalog, note: (resource: DeclaredResource) => void = () => undefined, packedFrom = 120_000) {
    this.#catalog = catalog
    this.#note = note
    this.#packedFrom = packedFrom
    this.#shares = new Shares(catalog, this.#providers, this.#gaps)
  }

  /**
   * Takes one declared resource in; those out of scope are only counted.
   *
   * @param leftOut of the scan: it still owns what it declares
   */
  add(resource: DeclaredResource, leftOut = false): void {
    const isOut = !isInScope(resource)
    if (isOut) this.#outOfScope += 1
    if (isOut && !isDeposed(resource)) return
    // Waits to be destroyed: nothing is said of it, but it is known to Terraform.
    const aside = leftOut || isOut
    if (leftOut && !isOut) this.#leftOut += 1
    else if (!isOut) this.#declared += 1
    if (!aside) this.#note(resource)
    const entry = this.#catalog.entry(resource.type)
    if (!entry) {
      if (aside) return
      this.#unjoined.push(resource)
      this.#gaps.add('unsupported-type', resource, `trueup has no mapping for ${resource.type}`)
      return
    }
    const {id, location} = ownTarget(resource, entry, this.#catalog)
    this.#providers.learn(resource, location)
    const ordinal = this.#placed.length
    this.#placed.push({resource: asIs(resource), entry, id, location, aside, known: undefined, ordinal})
  }

  /** All of a state was taken in: what its providers tell of places is known. Where there is much, everything is kept packed from now on. */
  endOfState(): void {
    if (this.#placed.length <= this.#packedFrom) return
    for (const placed of this.#placed.slice(this.#packed)) this.#shares.pack(placed, this.#packing)
    this.#packed = this.#placed.length
  }

  /**
   * Where to look for what was taken in, before anything live is known: the own object of every resource.
   *
   * @param from leaves out so many resources that were taken in before
   */
  *declaredObjects(
    from = 0,
  ): Generator<Pick<Placed, 'id' | 'location'> & {readonly type: ObjectType; readonly needs?: string}> {
    for (let at = from; at < this.#placed.length; at++) {
      const placed = this.#placed[at]
      if (!placed || placed.aside) continue
      const {entry, id} = placed
      const needs = entry.presence === undefined ? {} : {needs: entry.presence}
      yield {type: entry.objectType, id, location: this.#shares.locationOf(placed), ...needs}
    }
  }

  /** Where those would be that were left out. */
  *leftOutPlaces(): Generator<PartialLocation> {
    for (const placed of this.#placed) if (placed.aside) yield this.#shares.locationOf(placed)
  }

  /** How many resources are to be looked at, whether or not anything is known of their types. */
  get declared(): number {
    return this.#declared
  }

  /** How many resources were taken in. */
  get size(): number {
    return this.#placed.length
  }

  /** Likewise the further objects that the resources declare parts of: volumes of an instance. */
  *projectedObjects(): Generator<{
    readonly type: ObjectType
    readonly id: string
    readonly location: PartialLocation
  }> {
    for (const placed of this.#placed) if (!placed.aside) yield* this.#shares.projected(placed)
  }

  /** What was taken in and is in scope, wherever it may live. */
  *recorded(): Generator<DeclaredResource> {
    for (const {resource, aside} of this.#placed) if (!aside) yield resource.get()
    yield* this.#unjoined
  }

  /** Tells of each recorded resource how the code declares it. */
  configure(configured: (resource: DeclaredResource) => DeclaredResource | undefined): void {
    this.#shares.configured = configured
  }

  /** Joins what was taken in with the live side. */
  join(live: LiveIndex): Joined {
    return this.#joins([...this.#placed]).rest(live)
  }

  /** To join account by account; what was taken in is the result's from now on, to let go of. */
  byAccount(): AccountJoins {
    return this.#joins(this.#placed.splice(0))
  }

  #joins(placed: Declared['placed']): AccountJoins {
    const counts = {declared: this.#declared, outOfScope: this.#outOfScope, leftOut: this.#leftOut}
    return new AccountJoins(this.#catalog, this.#shares, {placed, gaps: this.#gaps, unjoined: this.#unjoined, counts})
  }
}
