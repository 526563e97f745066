import type {Catalog} from '../catalog/catalog.ts'
import type {OwnTarget, Projection, TerraformType} from '../catalog/entry.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {ObjectType} from '../model/live.ts'
import {globalRegion, type PartialLocation} from '../model/location.ts'
import type {GapTally} from './gap-tally.ts'
import type {Share} from './joined.ts'
import {merged} from './locate.ts'
import type {ProviderLocations} from './provider-locations.ts'
import {withCode} from './with-code.ts'

/** A resource that was taken in, with what it says itself of the object that it stands for. */
export interface Placed {
  readonly resource: DeclaredResource
  readonly entry: TerraformType
  readonly id: string | undefined
  readonly location: PartialLocation
  readonly aside: boolean
  /** Its place among what is declared. */
  readonly ordinal: number
}

/** A share, and the object that it is of. */
export interface PlacedShare {
  readonly type: ObjectType
  readonly id: string
  readonly location: PartialLocation
  readonly share: Share
}

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
  locationOf({resource, location}: Placed): PartialLocation {
    return this.#providers.complete(resource, location)
  }

  /** Further objects that a resource declares parts of: volumes of an instance. */
  projected(placed: Placed): readonly Omit<PlacedShare, 'share'>[] {
    const {resource, entry, id} = placed
    return this.#projections(resource, entry, {id, location: this.locationOf(placed)}).map((projection) => ({
      type: projection.objectType,
      id: projection.id,
      location: this.#placeOf(projection),
    }))
  }

  /** @param fallback what is not known of the place otherwise */
  of(placed: Placed, fallback: PartialLocation): readonly PlacedShare[] {
    const {resource, entry, id, aside} = placed
    const location = merged(this.locationOf(placed), fallback)
    const own = {id, location}
    const configured = this.configured(resource)
    const shared = {resource, entry, ...(configured && {configured}), ...(aside ? {aside} : {})}
    const shares: PlacedShare[] = []
    if (id !== undefined) shares.push({type: entry.objectType, id, location, share: {...shared, projection: 'table'}})
    const projections = this.#projections(resource, entry, own)
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
