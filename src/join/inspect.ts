import {type Arn, parseArn} from '../model/arn.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {InspectedResource} from '../model/inspection.ts'
import type {PartialLocation} from '../model/location.ts'
import {isArray, isRecord, Sensitive, Unknown, type Value, type ValueRecord} from '../model/value.ts'
import {locationOf} from './locate.ts'

/** What `trueup inspect` shows of one resource: from the resource alone, without the catalogue, so that it works for every type. */
export function inspectResource(resource: DeclaredResource): InspectedResource {
  const {attributes, deposed} = resource
  const id = identifierOf(resource)
  const arn = [attributes['arn'], id].find(isArn)
  const tags = effectiveTags(attributes)
  const {unknown, sensitive} = unseen(attributes)
  return {
    address: resource.address,
    ...(resource.module === undefined ? {} : {module: resource.module}),
    mode: resource.mode,
    type: resource.type,
    ...(id === undefined ? {} : {id}),
    ...(arn === undefined ? {} : {arn}),
    location: locationIn(resource, arn),
    ...(tags === undefined ? {} : {tags}),
    ...(resource.origin === 'configured' ? {attributes} : {}),
    unknown,
    sensitive,
    deposed: deposed === undefined ? [] : [deposed],
    gone: deposed !== undefined,
    tainted: resource.tainted,
    provider: resource.provider.text,
    source: resource.source,
    ...(resource.calls === undefined ? {} : {calls: resource.calls}),
  }
}

/** A text that begins like an ARN and is none has been tampered with, and identifies nothing. */
function identifierOf({attributes, identity}: DeclaredResource): string | undefined {
  const id = text(attributes['id']) ?? text(identity?.['id'])
  return id?.startsWith('arn:') && !isArn(id.split('|')[0]) ? undefined : id
}

function isArn(value: unknown): value is Arn {
  const arn = parseArn(value)
  if (arn === undefined) return false
  const {partition, service, region, account} = arn
  return (
    /^aws[a-z-]*$/.test(partition) &&
    /^[a-z0-9-]+$/.test(service) &&
    (region === undefined || /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) &&
    (account === undefined || /^(\d+|[a-z-]+|\*+)$/.test(account))
  )
}

function locationIn({attributes, identity, providerLocation}: DeclaredResource, arn: Arn | undefined): PartialLocation {
  const parts = arn === undefined ? undefined : parseArn(arn)
  return locationOf(
    parts?.partition ?? providerLocation?.partition,
    accountIn(parts?.account) ?? text(identity?.['account_id']) ?? providerLocation?.account,
    parts?.region ?? text(attributes['region']) ?? text(identity?.['region']) ?? providerLocation?.region,
  )
}

/** `aws` stands there for what AWS itself owns: managed policies, public models. */
function accountIn(account: string | undefined): string | undefined {
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined
}

/** `tags_all`, which has `default_tags` merged in, else `tags`, else the `tag` blocks of an Auto Scaling group. */
function effectiveTags({tags_all: all, tags, tag}: ValueRecord): InspectedResource['tags'] {
  const map = isRecord(all) && (Object.keys(all).length > 0 || !isRecord(tags)) ? all : tags
  if (isRecord(map)) return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, tagText(value)]))
  if (map === null) return {}
  if (!isArray(tag)) return undefined
  const blocks = tag.filter(isRecord) as readonly ValueRecord[]
  return Object.fromEntries(blocks.map(({key, value}) => [text(key) ?? '', tagText(value)]))
}

function tagText(value: Value | undefined): string | null {
  if (value instanceof Sensitive) return String(value)
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? `${value}` : null
}

function unseen(attributes: ValueRecord): {unknown: Record<string, string>; sensitive: string[]} {
  const unknown: Record<string, string> = {}
  const sensitive: string[] = []
  const visit = (value: Value | undefined, path: string): void => {
    if (value instanceof Sensitive) sensitive.push(path)
    else if (value instanceof Unknown) unknown[path] = whyUnknown(value)
    else if (isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`)
    else if (isRecord(value)) for (const key of Object.keys(value)) visit(value[key], path ? `${path}.${key}` : key)
  }
  visit(attributes, '')
  return {unknown, sensitive: sensitive.toSorted()}
}

/** With the reference that made it so. */
function whyUnknown({reason, reference}: Unknown): string {
  return reference === undefined ? reason : `${reference}: ${reason}`
}

function text(value: Value | undefined): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * Deposed objects under the entry of their address, as Terraform lists them: one line for an address. Two current objects of one
 * address, which Terraform refuses, stay two.
 */
export function mergeDeposed(resources: readonly InspectedResource[]): readonly InspectedResource[] {
  const merged: InspectedResource[] = []
  const at = new Map<string, number>()
  for (const resource of resources) {
    const key = `${resource.source.file}\n${resource.address}`
    const index = at.get(key)
    const other = index === undefined ? undefined : merged[index]
    if (index === undefined || other === undefined || (!resource.gone && !other.gone)) {
      at.set(key, merged.push(resource) - 1)
    } else {
      const current = other.gone ? resource : other
      merged[index] = {...current, deposed: [...other.deposed, ...resource.deposed]}
    }
  }
  return merged
}
