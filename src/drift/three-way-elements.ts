import type {ProjectedElement} from '../catalog/entry.ts'
import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import type {Share} from '../join/joined.ts'
import {deepEqual, isRecord, type Value} from '../model/value.ts'
import {isEqual, isSameElement, type OwnedElement} from './compare-elements.ts'
import type {Difference} from './difference.ts'
import {isIgnored} from './ignored.ts'
import {isSetInCode} from './three-way.ts'

/**
 * What the code makes of a difference between the elements that the state has in a collection and those that are live: the table of
 * `three-way.ts`, "has the value" being "has such an element".
 *
 * @param owned the declared element; of an extra one, any that says how elements of the collection are compared
 */
export function judgeElement(
  difference: Difference,
  share: Share,
  owned: Omit<ProjectedElement, 'element'>,
  context: ComparisonContext,
): Difference {
  const {configured} = share
  if (configured === undefined) return difference
  if (isIgnored(difference.attribute, configured)) return {...difference, verdict: 'ignored'}
  const code = elementsInCode(share, owned.path)
  if (code === undefined) return difference
  if (!isSet(share, difference.attribute)) return {...difference, undeclared: true, verdict: 'drifted-undeclared'}
  const {before, after} = difference
  const has = (element: Value) => code.some((other) => isEqual({...owned, element}, other.element, context))
  if (before === undefined)
    return after !== undefined && has(after) ? {...difference, verdict: 'stale-state'} : difference
  if (has(before)) return {...difference, verdict: 'drifted'}
  const sibling = siblingOf({...owned, element: before}, code)
  if (after === undefined ? sibling === undefined : has(after)) return {...difference, verdict: 'stale-state'}
  return conflict(difference, sibling?.element)
}

/** The same of one member of an element whose key says that it is the same one, changed. */
export function judgeMember(
  difference: Difference,
  member: string,
  owned: OwnedElement,
  context: ComparisonContext,
): Difference {
  const {share, element} = owned
  const {configured} = share
  if (configured === undefined || !isRecord(element)) return difference
  if (isIgnored(difference.attribute, configured)) return {...difference, verdict: 'ignored'}
  const code = elementsInCode(share, owned.path)
  if (code === undefined) return difference
  if (!isSet(share, difference.attribute)) return {...difference, undeclared: true, verdict: 'drifted-undeclared'}
  const sibling = siblingOf(owned, code)?.element
  if (!isRecord(sibling)) return conflict(difference, undefined)
  const withMember = (value: Value | undefined) => ({...element, [member]: value ?? null})
  const isCode = (value: Value | undefined) =>
    isEqual({...owned, element: withMember(sibling[member])}, withMember(value), context)
  if (isCode(difference.before)) return {...difference, verdict: 'drifted'}
  return isCode(difference.after) ? {...difference, verdict: 'stale-state'} : conflict(difference, sibling[member])
}

function conflict(difference: Difference, configured: Value | undefined): Difference {
  return {...difference, verdict: 'conflict', ...(configured === undefined ? {} : {configured})}
}

/**
 * What the code has otherwise than the state, where the live side still is as the state has it: elements that are new in the code, each
 * with the one that it replaces, and elements that the code has no more.
 *
 * @param found of this share, the elements that are live
 * @param lost of this share, those that are not: what the code makes of them is said already
 */
export function unappliedElements(
  share: Share,
  path: string,
  {found, lost, live}: {found: readonly ProjectedElement[]; lost: readonly ProjectedElement[]; live: readonly Value[]},
  context: ComparisonContext,
): readonly Difference[] {
  const code = elementsInCode(share, path)
  if (code === undefined) return []
  const isIn = (others: readonly ProjectedElement[]) => (element: ProjectedElement) =>
    others.some((other) => isEqual(element, other.element, context))
  const recorded =
    share.projection === 'table' ? [] : (share.projection.elements ?? []).filter((each) => each.path === path)
  const removed = found.filter((element) => !isIn(code)(element))
  const added = code.filter(
    (element) =>
      !isIn(recorded)(element) &&
      !live.some((other) => isEqual(element, other, context)) &&
      siblingOf(element, lost) === undefined,
  )
  const rest = new Set(added)
  const pairs = removed.map((before) => {
    const successor =
      siblingOf(before, [...rest]) ?? (removed.length === 1 && added.length === 1 ? added[0] : undefined)
    if (successor) rest.delete(successor)
    return {before, successor}
  })
  const changes = [
    ...pairs.map(({before, successor}) => unapplied(before, before.element, successor)),
    ...[...rest].map((element) => unapplied(element, undefined, element)),
  ]
  return changes.map((change) => judgedIgnored(change, share))
}

function unapplied({path, attribute}: ProjectedElement, is: Value | undefined, code?: ProjectedElement): Difference {
  const sides = {before: is, after: is, ...(code === undefined ? {} : {configured: code.element})}
  return {path, attribute, ...sides, undeclared: false, element: true, verdict: 'unapplied'}
}

function judgedIgnored(change: Difference, {configured}: Share): Difference {
  return configured && isIgnored(change.attribute, configured) ? {...change, verdict: 'ignored'} : change
}

function elementsInCode({inCode}: Share, path: string): readonly ProjectedElement[] | undefined {
  return inCode?.elements?.filter((element) => element.path === path) ?? (inCode ? [] : undefined)
}

/** A resource that is this element alone is set by being there. */
function isSet({projection, configured}: Share, attribute: string): boolean {
  if (configured === undefined || (projection !== 'table' && projection.wholeResource === true)) return true
  return isSetInCode(attribute, configured)
}

function siblingOf(element: ProjectedElement, others: readonly ProjectedElement[]): ProjectedElement | undefined {
  if (element.key === undefined) return undefined
  return others.find((other) => isSameElement(element, other) || deepEqual(element.element, other.element))
}
