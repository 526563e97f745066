import type {Catalog} from '../catalog/catalog.ts'
import type {Identity, OwnTarget, TerraformType} from '../catalog/entry.ts'
import {parseArn} from '../model/arn.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {globalRegion, partitionOf, type PartialLocation} from '../model/location.ts'
import {Sensitive, type Value, type ValueRecord} from '../model/value.ts'

/** The object that a resource belongs to, from the resource alone: ARN, `region` attribute, identity, provider configuration, in that order. */
export function ownTarget(resource: DeclaredResource, entry: TerraformType, catalog: Catalog): OwnTarget {
  const scope = catalog.facts(entry.objectType)?.idScope
  return {id: identifier(entry.identity, resource.attributes), location: locate(resource, entry, scope)}
}

function locate(resource: DeclaredResource, entry: TerraformType, scope: string | undefined): PartialLocation {
  const arnAttribute = entry.arnAttribute === undefined ? 'arn' : entry.arnAttribute
  const arn = arnAttribute === null ? undefined : parseArn(resource.attributes[arnAttribute])
  const {identity, providerLocation} = resource
  const region =
    scope === 'account'
      ? globalRegion
      : (arn?.region ?? text(resource.attributes['region']) ?? text(identity?.['region']) ?? providerLocation?.region)
  const account = arn?.account ?? text(identity?.['account_id']) ?? providerLocation?.account
  const partition = arn?.partition ?? partitionFrom(region) ?? providerLocation?.partition
  return locationOf(partition, account, region)
}

function partitionFrom(region: string | undefined): string | undefined {
  return region === undefined || region === globalRegion ? undefined : partitionOf(region)
}

/** Equal locations are one object: a hundred thousand resources are in a few hundred places. */
export function locationOf(
  partition: string | undefined,
  account: string | undefined,
  region: string | undefined,
): PartialLocation {
  if (last.partition === partition && last.account === account && last.region === region) return last
  const key = [partition, account, region].join('\n')
  const location = known.get(key) ?? fresh(partition, account, region)
  if (known.size < mostKnown) known.set(key, location)
  return (last = location)
}

const mostKnown = 10_000
const known = new Map<string, PartialLocation>()
let last: PartialLocation = {}

function fresh(
  partition: string | undefined,
  account: string | undefined,
  region: string | undefined,
): PartialLocation {
  return {
    ...(partition === undefined ? {} : {partition}),
    ...(account === undefined ? {} : {account}),
    ...(region === undefined ? {} : {region}),
  }
}

/** What the first says, and where it is silent the second. */
export function merged(first: PartialLocation, second: PartialLocation): PartialLocation {
  return locationOf(first.partition ?? second.partition, first.account ?? second.account, first.region ?? second.region)
}

function identifier(identity: Identity, attributes: ValueRecord): string | undefined {
  if (typeof identity === 'function') return identity(attributes)
  for (const names of identity) {
    const parts = names.map((name) => text(attributes[name]))
    if (parts.every((part) => part !== undefined)) return parts.join('|')
  }
  return undefined
}

/** Text of a scalar; ids are never secret, whatever an over-eager module marks as such. */
function text(value: Value | undefined): string | undefined {
  const plain = value instanceof Sensitive ? value.reveal() : value
  if (typeof plain === 'number') return String(plain)
  return typeof plain === 'string' && plain !== '' ? plain : undefined
}
