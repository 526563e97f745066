import type {DeclaredResource} from '../model/declared.ts'
import type {Location, PartialLocation} from '../model/location.ts'
import {locationOf} from './locate.ts'

type Part = keyof Location
type Seen = Readonly<Record<Part, Set<string>>>
const parts = ['partition', 'account', 'region'] as const

/**
 * Where each provider configuration of a state works, learned from its own resources: a provider block has one account and one
 * region, so whatever all its located resources agree on holds for the rest (routes, attachments, rules: they carry no ARN). A
 * part on which they disagree, as with the per-resource `region` of provider 6, stays unknown.
 */
export class ProviderLocations {
  /** By file, then by the provider's text: two keys cost less than one that is put together for every resource. */
  readonly #seen = new Map<string, Map<string, Seen>>()

  learn(resource: DeclaredResource, location: PartialLocation): void {
    const seen = this.#of(resource)
    for (const part of parts) {
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

  #of({source, provider}: DeclaredResource): Seen {
    let ofFile = this.#seen.get(source.file)
    if (!ofFile) this.#seen.set(source.file, (ofFile = new Map()))
    let seen = ofFile.get(provider.text)
    if (!seen) ofFile.set(provider.text, (seen = {partition: new Set(), account: new Set(), region: new Set()}))
    return seen
  }
}

function only(values: ReadonlySet<string>): string | undefined {
  return values.size === 1 ? [...values][0] : undefined
}
