import type {Catalog} from '../catalog/catalog.ts'
import {comparedPaths} from '../catalog/paths.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import {isWithin, keysOf, valueAt} from '../model/path.ts'
import {isEmpty} from '../model/value.ts'
import type {ClassifyContext} from './classify.ts'
import {compareSharedElements} from './compare-shared.ts'
import {compareTable} from './compare-table.ts'
import {compareTags} from './compare-tags.ts'
import {compareProjected} from './compare-projected.ts'
import type {CounterOf, TypeCounter} from './coverage-counter.ts'
import type {Difference} from './difference.ts'
import {drifted} from './drifted.ts'
import {missing} from './missing.ts'
import {planOf} from './plan.ts'
import {scaled} from './scaled.ts'
import type {Tally} from './tally.ts'
import {threeWayProjected} from './three-way-projected.ts'
import {threeWay} from './three-way.ts'
import {withoutYielding} from './yielding.ts'
import {visibilityOf, withoutDropped, type Visibility} from './visibility.ts'

/** All differences between what is declared of one object and what is live. */
export function compareObject(
  joined: JoinedObject,
  context: ClassifyContext,
  counterOf: CounterOf,
): readonly Finding[] {
  const {catalog} = context
  const object = withoutYielding(joined)
  const {live} = object
  if (!live) return []
  const findings: Finding[] = []
  const visible = visibilityOf(object.scope, live.unseen, catalog.shape(object.type))
  for (const share of object.shares) {
    if (share.aside) continue
    const counter = counterOf(share.entry.type, share.entry.confidence)
    if (share.projection === 'table') counter.resources += 1
    if (isGone(share, live, visible)) {
      findings.push(missing(object, share, catalog, `${object.type} ${object.id}`))
      continue
    }
    const differences: Difference[] = []
    compareShare(
      object,
      share,
      live,
      shownTo(share, object, live, visible, catalog),
      tallyOf(counter, (found) => differences.push(scaled(found, object, context))),
    )
    for (const found of judged(object, share, live, differences)) {
      if (found.verdict === 'ignored') counter.skip('ignored')
      else findings.push(drifted(object, share, found, catalog))
    }
  }
  findings.push(...compareSharedElements(object, live, visible, catalog, counterOf))
  return findings
}

/** Curated tables say themselves what an absence means; of a derived one nobody has looked at what the read handler leaves out. */
function shownTo(
  {entry}: Share,
  object: JoinedObject,
  live: LiveObject,
  visible: Visibility,
  catalog: Catalog,
): Visibility {
  if (entry.confidence !== 'derived' || object.scope?.sees !== '*') return visible
  return withoutDropped(visible, catalog.createOnly(object.type), live.properties)
}

/** With the code at hand, each difference has a three-way verdict. */
function judged(
  {location}: JoinedObject,
  share: Share,
  live: LiveObject,
  found: readonly Difference[],
): readonly Difference[] {
  const {configured, resource: recorded, entry, projection} = share
  if (configured === undefined) return found
  if (projection !== 'table') return threeWayProjected(found, share, live.properties, {location})
  return threeWay(found, {configured, recorded, live: live.properties, plan: planOf(entry), context: {location}})
}

function compareShare(
  {location, shares}: JoinedObject,
  share: Share,
  live: LiveObject,
  visible: Visibility,
  tally: Tally,
): void {
  const elsewhere = share.entry.role === 'object' ? claimedByParts(shares) : undefined
  const setting = {context: {location}, visible, tally, at: {path: '', attribute: ''}, ...(elsewhere && {elsewhere})}
  if (share.projection === 'table') {
    compareTable(share.resource.attributes, live.properties, planOf(share.entry), setting)
  } else compareProjected(share.projection, live, setting)
  compareTags(share, live, shares, tally)
}

/**
 * The properties that resources of their own declare (a queue's policy). The provider reads such a property back into the object's
 * resource too, where it may be older than what the part declares.
 */
function claimedByParts(shares: readonly Share[]): Visibility | undefined {
  const claimed = shares.filter(({entry}) => entry.role === 'part').flatMap(claimsOf)
  if (claimed.length === 0) return undefined
  return (path) => claimed.some((claim) => isWithin(path, claim) || isWithin(claim, path))
}

function claimsOf({entry, projection}: Share): readonly string[] {
  if (projection === 'table') return [...comparedPaths(entry).keys()]
  return projection.properties?.map(({path}) => path) ?? []
}

/** A part whose whole being is one property, and that property is not there. */
function isGone({entry, projection}: Share, live: LiveObject, visible: Visibility): boolean {
  if (entry.presence === undefined || projection !== 'table' || !visible(entry.presence)) return false
  return isEmpty(valueAt(live.properties, keysOf(entry.presence)))
}

function tallyOf(counter: TypeCounter, differs: Tally['differs']): Tally {
  return {
    compared: () => {
      counter.compared += 1
    },
    skipped: (reason) => counter.skip(reason),
    notMapped: (attribute) => counter.miss(attribute),
    differs,
  }
}
