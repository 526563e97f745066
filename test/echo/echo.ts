import type {ProjectedElement} from '../../src/catalog/entry.ts'
import type {Catalog} from '../../src/catalog/catalog.ts'
import {setAt, writeCanonical, type Mutable} from '../../src/drift/canonical.ts'
import {planOf} from '../../src/drift/plan.ts'
import {Joiner} from '../../src/join/join.ts'
import type {JoinedObject, Share} from '../../src/join/joined.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {keysOf} from '../../src/model/path.ts'
import {canonicalJson, isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'

const somewhere = {partition: 'aws', account: '123456789012', region: 'us-east-1'}

/**
 * The live side that says what the resources say, as far as the catalogue's tables go: every declared object in canonical form. It
 * proves nothing about the tables, but all about what is done with them on states of any shape.
 */
export function echo(resources: readonly DeclaredResource[], catalog: Catalog): readonly LiveObject[] {
  const objects = joined(resources, catalog, []).map((object) => echoOf(object))
  // Where neither state nor identifier tells the place (the id of an API is unique in its region alone), nothing can be found.
  const lost = joined(resources, catalog, objects).filter(({notLookedAt}) => notLookedAt === 'location-unknown')
  return objects.filter((object) => !lost.some(({type, id}) => type === object.type && id === object.id))
}

function joined(
  resources: readonly DeclaredResource[],
  catalog: Catalog,
  objects: readonly LiveObject[],
): readonly JoinedObject[] {
  const joiner = new Joiner(catalog)
  for (const resource of resources) joiner.add(resource)
  const live = new LiveIndex()
  for (const object of objects) live.add({kind: 'object', object})
  return joiner.join(live).objects
}

function echoOf({type, id, location, shares}: JoinedObject): LiveObject {
  const properties: Mutable = {}
  // Parts last: what they declare counts more than what the object's own resource read back.
  for (const share of shares.toSorted((a, b) => rank(a) - rank(b))) write(share, properties)
  const tags = tagsOf(shares)
  return {type, id, location: {...somewhere, ...location}, properties, reader: 'cloud-control', ...(tags && {tags})}
}

function rank({entry}: Share): number {
  return entry.role === 'object' ? 0 : 1
}

function write({resource, entry, projection}: Share, into: Mutable): void {
  if (projection === 'table') return writeCanonical(planOf(entry), resource.attributes, into)
  for (const {path, value} of projection.properties ?? []) setAt(into, keysOf(path), value)
  for (const projected of projection.elements ?? []) add(into, projected)
}

/** Two resources may declare one element, each a part of it: an attachment of a volume, and the instance that reads it back. */
function add(into: Mutable, {path, element, key}: ProjectedElement): void {
  const keys = keysOf(path)
  let parent = into
  for (const name of keys.slice(0, -1)) parent = (parent[name] ??= {}) as Mutable
  const list = (parent[keys.at(-1) ?? ''] ??= []) as Value[]
  const at = list.findIndex((other) => nameOf(other, key) === nameOf(element, key))
  if (at === -1) list.push(element)
  else list[at] = isRecord(element) ? {...(list[at] as ValueRecord), ...element} : element
}

function nameOf(element: Value, key: readonly string[] | undefined): string {
  if (key === undefined || !isRecord(element)) return canonicalJson(element)
  return canonicalJson(key.map((name) => element[name] ?? null))
}

function tagsOf(shares: readonly Share[]): Record<string, string> | undefined {
  const creator = shares.find(({entry, projection}) => entry.role === 'object' && projection === 'table')
  const own = creator?.resource.attributes['tags_all'] ?? creator?.resource.attributes['tags']
  const others = shares.flatMap(({projection}) => (projection === 'table' ? [] : (projection.tags ?? [])))
  const counted = creator
    ? [own, ...others.flatMap((tags) => (tags.own ? [tags.value] : []))]
    : others.map(({value}) => value)
  const tags = counted.filter(isRecord)
  if (tags.length === 0) return creator ? {} : undefined
  const entries = tags.flatMap((each) => Object.entries(each))
  return Object.fromEntries(entries.filter((tag): tag is [string, string] => typeof tag[1] === 'string'))
}
