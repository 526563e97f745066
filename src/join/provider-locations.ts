import type {DeclaredResource} from '../model/declared.ts'
import type {Location, PartialLocation} from '../model/location.ts'
import {locationOf} from './locate.ts'

type Part = keyof Location

/**
 * Where each provider configuration of a state works, learned from its own resources: a provider block has one account and one
 * region, so whatever all its located resources agree on holds for the rest (routes, attachments, rules: they carry no ARN). A
 * part on which they disagree, as with the per-resource `region` of provider 6, stays unknown.
 */
export class ProviderLocations {
  readonly #seen = new Map<string, Record<Part, Set<string>>>()

  learn(resource: DeclaredResource, location: PartialLocation): void {
    const seen = this.#of(resource)
    for (const part of ['partition', 'account', 'region'] as const) {
      const value = location[part]
      if (value !== undefined && value !== 'global') seen[part].add(value)
    }
  }

  /** The location with what is missing filled in, as far as the provider's other resources are of one mind. */
  complete(resource: DeclaredResource, location: PartialLocation): PartialLocation {
    if (location.account !== undefined && location.region !== undefined && location.partition !== undefined)
      return location
    const seen = this.#of(resource)
    return locationOf(
      location.partition ?? only(seen.partition),
      location.account ?? only(seen.account),
      location.region ?? only(seen.region),
    )
  }

  #of(resource: DeclaredResource): Record<Part, Set<string>> {
    const key = `${resource.source.file}\n${resource.provider.text}`
    const known = this.#seen.get(key)
    if (known) return known
    const fresh = {partition: new Set<string>(), account: new Set<string>(), region: new Set<string>()}
    this.#seen.set(key, fresh)
    return fresh
  }
}

function only(values: ReadonlySet<string>): string | undefined {
  return values.size === 1 ? [...values][0] : undefined
}
