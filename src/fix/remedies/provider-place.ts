import {parseArn} from '../../model/arn.ts'
import type {DeclaredResource} from '../../model/declared.ts'
import {globalRegion, type PartialLocation} from '../../model/location.ts'
import type {Place} from './context.ts'

/**
 * Which provider configuration of the root module manages a place, as far as what it manages there already tells. Where several do,
 * the one without an alias is taken, if it is among them.
 */
export class ProviderPlaces {
  readonly #known = new Map<string, Set<string>>()

  learn(resource: DeclaredResource): void {
    const place = placeOf(resource)
    if (place === undefined) return
    const aliases = this.#known.get(place) ?? new Set()
    this.#known.set(place, aliases.add(resource.provider.alias ?? ''))
  }

  at({account, region}: PartialLocation): Place {
    const aliases = this.#known.get(keyOf(account, region))
    if (aliases === undefined) return 'unknown'
    if (aliases.has('')) return {}
    const [alias, ...more] = aliases
    return alias === undefined || more.length > 0 ? 'unknown' : {provider: `aws.${alias}`}
  }
}

function placeOf({module, attributes, providerLocation}: DeclaredResource): string | undefined {
  if (module !== undefined) return undefined
  const arn = parseArn(attributes['arn'])
  const account = arn?.account ?? providerLocation?.account
  const region = arn?.region ?? providerLocation?.region
  return account === undefined ? undefined : keyOf(account, region)
}

function keyOf(account: string | undefined, region: string | undefined): string {
  return `${account} ${region === undefined ? globalRegion : region}`
}
