import type {Catalog} from '../catalog/catalog.ts'
import type {OwnTarget, Projection, TerraformType} from '../catalog/entry.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {ObjectType} from '../model/live.ts'
import {globalRegion, type PartialLocation} from '../model/location.ts'
import type {GapTally} from './gap-tally.ts'
import type {Share} from './joined.ts'
import {merged} from './locate.ts'
import type {Kept, Packing} from './packing.ts'
import type {ProviderLocations} from './provider-locations.ts'
import {withCode} from './with-code.ts'

/** A resource that was taken in, with what it says itself of the object that it stands for. */
export interface Placed {
  resource: Kept<DeclaredResource>
  readonly entry: TerraformType
  readonly id: string | undefined
  readonly location: PartialLocation
  readonly aside: boolean
  /** Once all of its provider's resources were taken in: where it is, and what it declares of other objects. */
  known: Known | undefined
  /** Its place among what is declared. */
  readonly ordinal: number
}

interface Known {
  readonly location: PartialLocation
  readonly projected: readonly Projected[]
  /** Absent where the resource is packed. */
  readonly projections?: readonly Projection[]
}

/** A further object that a resource declares a part of: a volume of an instance. */
export type Projected = Omit<PlacedShare, 'share'>

/** A share, and the object that it is of. */
export interface PlacedShare {
  readonly type: ObjectType
  readonly id: string
  readonly location: PartialLocation
  readonly share: Share
}

const none: readonly Projection[] = []
const nowhere: readonly Projected[] = []

/** What resources declare of which objects, once all of their providers' resources were taken in. */
export class Shares {
  readonly #catalog: Catalog
  readonly #providers: ProviderLocations
  readonly #gaps: GapTally
  /** How the code declares a recorded resource. */
  configured: (resource: DeclaredResource) => DeclaredResource | undefined = () => undefined

  constructor(catalog: Catalog, providers: ProviderLocations, gaps: GapTally) {
    this.#catalog = catalog
    this.#providers = providers
    this.#gaps = gaps
  }

  /** Where the own object of a resource is, as far as anything tells. */
  locationOf(placed: Placed): PartialLocation {
    return this.#known(placed).location
  }

  projected(placed: Placed): readonly Projected[] {
    return this.#known(placed).projected
  }

  /** Keeps the resource packed until its shares are asked for. */
  pack(placed: Placed, packing: Packing<DeclaredResource>): void {
    const {location, projected} = this.#known(placed)
    placed.known = {location, projected}
    placed.resource = packing.pack(placed.resource.get())
  }

  #known(placed: Placed): Known {
    if (placed.known) return placed.known
    const {entry, id} = placed
    const resource = placed.resource.get()
    const location = this.#providers.complete(resource, placed.location)
    const projections = this.#projections(resource, entry, {id, location})
    const projected = projections.length === 0 ? nowhere : this.#placesOf(projections)
    return (placed.known = {location, projected, projections})
  }

  #placesOf(projections: readonly Projection[]): readonly Projected[] {
    return projections.map((projection) => ({
      type: projection.objectType,
      id: projection.id,
      location: this.#placeOf(projection),
    }))
  }

  /** @param fallback what is not known of the place otherwise */
  of(placed: Placed, fallback: PartialLocation): readonly PlacedShare[] {
    const {entry, id, aside} = placed
    const resource = placed.resource.get()
    const known = this.#known(placed)
    const location = merged(known.location, fallback)
    const own = {id, location}
    const configured = this.configured(resource)
    const shared = {resource, entry, ...(configured && {configured}), ...(aside ? {aside} : {})}
    const shares: PlacedShare[] = []
    if (id !== undefined) shares.push({type: entry.objectType, id, location, share: {...shared, projection: 'table'}})
    const isComplete = location.account === known.location.account && location.partition === known.location.partition
    const projections = (isComplete && known.projections) || this.#projections(resource, entry, own)
    const inCode = configured && projections.length > 0 ? this.#inCode(withCode(resource, configured), entry, own) : []
    for (const [index, projection] of projections.entries()) {
      const code = counterpart(projection, index, inCode)
      const share = {...shared, projection, ...(code && {inCode: code})}
      shares.push({type: projection.objectType, id: projection.id, location: this.#placeOf(projection), share})
    }
    return shares
  }

  /** Attributes of a form that the entry does not expect cost their own comparison, not the scan. */
  #projections(resource: DeclaredResource, entry: TerraformType, own: OwnTarget): readonly Projection[] {
    if (!entry.project) return none
    try {
      return entry.project(resource, own) ?? none
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
