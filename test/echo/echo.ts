import type {Catalog} from '../../src/catalog/catalog.ts'
import {planOf, type BlockStep, type Step} from '../../src/drift/plan.ts'
import {Joiner} from '../../src/join/join.ts'
import type {JoinedObject, Share} from '../../src/join/joined.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {keysOf} from '../../src/model/path.ts'
import {canonicalJson, isArray, isRecord, Sensitive, Unknown, type Json, type Value} from '../../src/model/value.ts'

type Mutable = {[key: string]: Value}

const somewhere = {partition: 'aws', account: '123456789012', region: 'us-east-1'}

/**
 * The live side that says what the resources say, as far as the catalogue's tables go: every declared object in canonical form. It
 * proves nothing about the tables, but all about what is done with them on states of any shape.
 */
export function echo(resources: readonly DeclaredResource[], catalog: Catalog): readonly LiveObject[] {
  const joiner = new Joiner(catalog)
  for (const resource of resources) joiner.add(resource)
  return joiner.join(new LiveIndex()).objects.map((object) => echoOf(object))
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
  if (projection === 'table') return writeSteps(planOf(entry), resource.attributes, into)
  for (const {path, value} of projection.properties ?? []) set(into, keysOf(path), value)
  for (const {path, element} of projection.elements ?? []) add(into, keysOf(path), element)
}

function writeSteps(
  steps: ReadonlyMap<string, Step>,
  attributes: Readonly<Record<string, Value>>,
  into: Mutable,
): void {
  for (const [name, step] of steps) {
    const value = attributes[name]
    if (value === undefined || value === null || value instanceof Unknown) continue
    if (step.kind === 'compare') set(into, step.keys, mapped(value, step.value))
    if (step.kind === 'block') writeBlock(step, value, into)
  }
}

function writeBlock(step: BlockStep, value: Value, into: Mutable): void {
  const elements = elementsOf(value)
  if (step.form === 'single') {
    if (elements[0]) writeSteps(step.of, elements[0], into)
    return
  }
  if (elements.length === 0) return
  const written = elements.map((element) => {
    const target: Mutable = {}
    writeSteps(step.of, element, target)
    return target
  })
  set(into, step.keys, written)
}

function elementsOf(value: Value): readonly Readonly<Record<string, Value>>[] {
  const plain = value instanceof Sensitive ? (value.reveal() ?? null) : value
  return (isArray(plain) ? plain : [plain]).filter(isRecord)
}

function mapped(value: Value, map: ((value: Json) => Json) | undefined): Value {
  if (map === undefined) return value
  return value instanceof Sensitive ? Sensitive.of(map(value.reveal() as Json)) : map(value as Json)
}

function set(into: Mutable, [key, ...rest]: readonly string[], value: Value): void {
  if (key === undefined) return
  const [, list, member, name] = /^([^[]*)\[([^=]*)=(.*)\]$/.exec(key) ?? []
  if (list !== undefined && member !== undefined && name !== undefined) {
    const elements = (into[list] ??= []) as Mutable[]
    let element = elements.find((candidate) => candidate[member] === name)
    if (!element) elements.push((element = {[member]: name}))
    return set(element, rest, value)
  }
  if (rest.length === 0) into[key] = value
  else set((into[key] ??= {}) as Mutable, rest, value)
}

function add(into: Mutable, keys: readonly string[], element: Value): void {
  let parent = into
  for (const key of keys.slice(0, -1)) parent = (parent[key] ??= {}) as Mutable
  const list = (parent[keys.at(-1) ?? ''] ??= []) as Value[]
  if (!list.some((other) => canonicalJson(other) === canonicalJson(element))) list.push(element)
}

function tagsOf(shares: readonly Share[]): Record<string, string> | undefined {
  const creator = shares.find(({entry, projection}) => entry.role === 'object' && projection === 'table')
  const tags = creator
    ? (creator.resource.attributes['tags_all'] ?? creator.resource.attributes['tags'])
    : shares.map(({projection}) => (projection === 'table' ? undefined : projection.tags?.value)).find(isRecord)
  if (!isRecord(tags)) return creator ? {} : undefined
  return Object.fromEntries(Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === 'string'))
}
