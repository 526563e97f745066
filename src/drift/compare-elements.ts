import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import {normalizers} from '../catalog/normalizers/index.ts'
import type {ProjectedElement} from '../catalog/entry.ts'
import type {Share} from '../join/joined.ts'
import {canonicalJson, deepEqual, isArray, isRecord, type Value, type ValueRecord} from '../model/value.ts'
import {comparable} from './secrets.ts'

/** What becomes of one collection that several resources share. */
export interface ElementResult {
  /** Declared elements that are not live, each with the live element that seems to have taken its place. */
  readonly lost: readonly LostElement[]
  /** Live elements that nobody declared. */
  readonly extra: readonly Value[]
  readonly found: readonly OwnedElement[]
}

export interface LostElement {
  readonly owned: OwnedElement
  readonly replacedBy: Value | undefined
  /** The members that differ, where the element's key says that it is the same one, changed. */
  readonly changed: readonly string[]
}

export interface OwnedElement extends ProjectedElement {
  readonly share: Share
}

/** Matches the declared elements of one path with the live list; two owners of one element both find it. */
export function matchElements(
  declared: readonly OwnedElement[],
  live: Value | undefined,
  context: ComparisonContext,
): ElementResult {
  const rest = new Set(isArray(live) ? live : [])
  const taken = new Set<Value>()
  const found: OwnedElement[] = []
  const missing: OwnedElement[] = []
  for (const owned of declared) {
    const match = firstEqual(owned, rest, context) ?? firstEqual(owned, taken, context)
    if (match === undefined) missing.push(owned)
    else {
      rest.delete(match)
      taken.add(match)
      found.push(owned)
    }
  }
  const lost = pair(missing, rest, context)
  return {lost, extra: [...rest], found}
}

function firstEqual(
  owned: OwnedElement,
  candidates: ReadonlySet<Value>,
  context: ComparisonContext,
): Value | undefined {
  for (const candidate of candidates) if (isEqual(owned, candidate, context)) return candidate
  return undefined
}

export function isEqual({element, as}: ProjectedElement, live: Value, context: ComparisonContext): boolean {
  const [a, b] = comparable(element, live)
  return normalizers[as ?? 'exact'](a, b, context)
}

/** Elements that none of the given ones equals: no pairing here, a stale echo must not swallow what is new. */
export function unlike(
  elements: readonly Value[],
  known: readonly OwnedElement[],
  context: ComparisonContext,
): readonly Value[] {
  return elements.filter((element) => !known.some((owned) => isEqual(owned, element, context)))
}

/** Whether two resources mean the same element: by its key, else as a whole. */
export function isSameElement({element: a, key}: ProjectedElement, {element: b}: ProjectedElement): boolean {
  if (key === undefined || !isRecord(a) || !isRecord(b)) return deepEqual(a, b)
  return key.every((name) => deepEqual(a[name], b[name]))
}

/** A changed element looks like a lost and an extra one: the extra one that is most alike is taken for its successor. */
function pair(missing: readonly OwnedElement[], rest: Set<Value>, context: ComparisonContext): readonly LostElement[] {
  const named = missing.map((owned) => ({owned, successor: successorOf(owned, rest)}))
  return named.map(({owned, successor}) => {
    if (successor) return {owned, replacedBy: successor, changed: changedMembers(owned, successor, context)}
    let best: Value | undefined
    let bestScore = 0
    for (const candidate of rest) {
      const score = likeness(owned.element, candidate)
      if (score > bestScore) [best, bestScore] = [candidate, score]
    }
    if (best !== undefined) rest.delete(best)
    return {owned, replacedBy: best, changed: []}
  })
}

function successorOf({element, key}: ProjectedElement, rest: Set<Value>): ValueRecord | undefined {
  if (key === undefined || !isRecord(element)) return undefined
  for (const candidate of rest) {
    if (!isRecord(candidate) || !key.every((name) => deepEqual(element[name], candidate[name]))) continue
    rest.delete(candidate)
    return candidate
  }
  return undefined
}

/** Members in which two elements differ, as the element's own normaliser sees it. */
function changedMembers(owned: ProjectedElement, live: ValueRecord, context: ComparisonContext): readonly string[] {
  const element = owned.element as ValueRecord
  const names = [...new Set([...Object.keys(element), ...Object.keys(live)])]
  return names.filter((name) => !isEqual(owned, {...element, [name]: live[name] ?? null}, context))
}

const scalarLikeness = 0.01

/** Share of members that are equal; any scalar may have taken another's place. */
function likeness(a: Value, b: Value): number {
  if (!isRecord(a) || !isRecord(b)) return isRecord(a) === isRecord(b) ? scalarLikeness : 0
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  const equal = [...keys].reduce((sum, key) => sum + memberLikeness(a[key] ?? null, b[key] ?? null), 0)
  return equal / Math.max(keys.size, 1)
}

function memberLikeness(a: Value, b: Value): number {
  if (isRecord(a) && isRecord(b)) return likeness(a, b)
  return canonicalJson(a) === canonicalJson(b) ? 1 : 0
}
