import type {Catalog} from '../catalog/catalog.ts'
import type {OwnTarget, Projection, TerraformType} from '../catalog/entry.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Gap} from '../model/gap.ts'
import type {LiveObject, ObjectType} from '../model/live.ts'
import {globalRegion, type PartialLocation} from '../model/location.ts'
import {ownTarget} from './locate.ts'
import {GapTally} from './gap-tally.ts'
import {Grouping} from './grouping.ts'
import type {JoinedObject} from './joined.ts'
import type {LiveIndex} from './live-index.ts'
import {ProviderLocations} from './provider-locations.ts'
import {isInScope} from './scope.ts'
import {withCode} from './with-code.ts'

export interface Joined {
  /** Declared objects in the order of the declared side, then live ones that nobody declared. */
  readonly objects: readonly JoinedObject[]
  readonly gaps: readonly Gap[]
  readonly counts: {
    readonly declared: number
    readonly outOfScope: number
    /** In scope, and left out because somebody asked for it. */
    readonly leftOut: number
  }
  /** Resources that are part of no object, for what can be said of a resource alone (its tags). */
  readonly unjoined: readonly DeclaredResource[]
}

interface Placed {
  readonly resource: DeclaredResource
  readonly entry: TerraformType
  readonly id: string | undefined
  readonly location: PartialLocation
  readonly aside: boolean
}

/** Joins declared resources with live objects by type and identifier within partition, account and region. O(n + m). */
export class Joiner {
  readonly #catalog: Catalog
  readonly #providers = new ProviderLocations()
  readonly #placed: Placed[] = []
  readonly #gaps = new GapTally()
  readonly #unjoined: DeclaredResource[] = []
  #configured: (resource: DeclaredResource) => DeclaredResource | undefined = () => undefined
  #declared = 0
  #outOfScope = 0
  #leftOut = 0

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /**
   * Takes one declared resource in; those out of scope are only counted.
   *
   * @param aside left out of the scan: it still owns what it declares
   */
  add(resource: DeclaredResource, aside = false): void {
    if (!isInScope(resource)) {
      this.#outOfScope += 1
      return
    }
    if (aside) this.#leftOut += 1
    else this.#declared += 1
    const entry = this.#catalog.entry(resource.type)
    if (!entry) {
      if (aside) return
      this.#unjoined.push(resource)
      this.#gaps.add('unsupported-type', resource, `trueup has no mapping for ${resource.type}`)
      return
    }
    const {id, location} = ownTarget(resource, entry, this.#catalog)
    this.#providers.learn(resource, location)
    this.#placed.push({resource, entry, id, location, aside})
  }

  /** Where to look for what was taken in, before anything live is known: the own object of every resource. */
  *declaredObjects(): Generator<
    Pick<Placed, 'id' | 'location'> & {readonly type: ObjectType; readonly needs?: string}
  > {
    for (const {resource, entry, id, location, aside} of this.#placed) {
      if (aside) continue
      const needs = entry.presence === undefined ? {} : {needs: entry.presence}
      yield {type: entry.objectType, id, location: this.#providers.complete(resource, location), ...needs}
    }
  }

  /** Likewise the further objects that the resources declare parts of: volumes of an instance. */
  *projectedObjects(): Generator<Pick<Placed, 'id' | 'location'> & {readonly type: ObjectType}> {
    for (const {resource, entry, id, location: partial, aside} of this.#placed) {
      if (aside) continue
      const location = this.#providers.complete(resource, partial)
      for (const projection of this.#projections(resource, entry, {id, location})) {
        yield {type: projection.objectType, id: projection.id, location: this.#placeOf(projection)}
      }
    }
  }

  /** What was taken in and is in scope, wherever it may live. */
  *recorded(): Generator<DeclaredResource> {
    for (const {resource, aside} of this.#placed) if (!aside) yield resource
    yield* this.#unjoined
  }

  /** Tells of each recorded resource how the code declares it. */
  configure(configured: (resource: DeclaredResource) => DeclaredResource | undefined): void {
    this.#configured = configured
  }

  /** Joins what was taken in with the live side. */
  join(live: LiveIndex): Joined {
    const grouping = new Grouping(this.#catalog, live)
    const fallback = live.onlyAccount
    for (const placed of this.#placed) this.#share(placed, fallback, grouping)
    const declared = grouping.objects(this.#gaps)
    const objects = [...declared, ...unclaimed(live, grouping)]
    return {
      objects,
      gaps: this.#gaps.list(),
      counts: {declared: this.#declared, outOfScope: this.#outOfScope, leftOut: this.#leftOut},
      unjoined: this.#unjoined,
    }
  }

  #share({resource, entry, id, location: partial, aside}: Placed, fallback: PartialLocation, grouping: Grouping): void {
    const location = {...fallback, ...this.#providers.complete(resource, partial)}
    const own = {id, location}
    const configured = this.#configured(resource)
    const shared = {resource, entry, ...(configured && {configured}), ...(aside ? {aside} : {})}
    let placed = false
    if (id !== undefined) {
      grouping.add(entry.objectType, id, location, {...shared, projection: 'table'})
      placed = true
    }
    const projections = this.#projections(resource, entry, own)
    const inCode = configured && projections.length > 0 ? this.#inCode(withCode(resource, configured), entry, own) : []
    for (const [index, projection] of projections.entries()) {
      const place = this.#placeOf(projection)
      const code = counterpart(projection, index, inCode)
      grouping.add(projection.objectType, projection.id, place, {...shared, projection, ...(code && {inCode: code})})
      placed = true
    }
    if (placed || aside) return
    this.#unjoined.push(resource)
    this.#gaps.add('identity-unknown', resource, `the state does not say which object ${resource.type} stands for`)
  }

  /** Attributes of a form that the entry does not expect cost their own comparison, not the scan. */
  #projections(resource: DeclaredResource, entry: TerraformType, own: OwnTarget): readonly Projection[] {
    try {
      return entry.project?.(resource, own) ?? []
    } catch {
      this.#gaps.add('failed', resource, `attributes of ${resource.type} have an unexpected form`)
      return []
    }
  }

  /** Code in an unexpected form says nothing. */
  #inCode(resource: DeclaredResource, entry: TerraformType, own: OwnTarget): readonly Projection[] {
    try {
      return entry.project?.(resource, own) ?? []
    } catch {
      return []
    }
  }

  #placeOf({objectType, location}: Projection): Projection['location'] {
    return this.#catalog.facts(objectType)?.idScope === 'account' ? {...location, region: globalRegion} : location
  }
}

/** Of the same object, and the only one, or in the same place among all. */
function counterpart(
  {objectType, id}: Projection,
  index: number,
  others: readonly Projection[],
): Projection | undefined {
  const same = others.filter((other) => other.objectType === objectType && other.id === id)
  const [only] = same
  return same.length === 1 ? only : same.find((other) => other === others[index])
}

function* unclaimed(live: LiveIndex, grouping: Grouping): Generator<JoinedObject> {
  for (const object of live.objects()) {
    if (grouping.claims(object)) continue
    yield unclaimedObject(live, object)
  }
}

function unclaimedObject(live: LiveIndex, object: LiveObject): JoinedObject {
  const scope = live.scope(object.type, object.location, object.reader)
  return {
    type: object.type,
    id: object.id,
    location: object.location,
    shares: [],
    live: live.tagged(object),
    ...(scope === undefined ? {} : {scope}),
  }
}
