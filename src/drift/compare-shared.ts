import type {Catalog} from '../catalog/catalog.ts'
import type {Projection} from '../catalog/entry.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import {keysOf, valueAt} from '../model/path.ts'
import {canonicalJson, isRecord, type Value} from '../model/value.ts'
import {isSameElement, matchElements, unlike, type LostElement, type OwnedElement} from './compare-elements.ts'
import type {CounterOf} from './coverage-counter.ts'
import {drifted} from './drifted.ts'
import {hideSecrets} from './hide.ts'
import {missing} from './missing.ts'
import {severityOf} from './severity.ts'
import {subjectOf} from '../join/subject.ts'
import type {Visibility} from './visibility.ts'

/** Compares every collection of an object that its resources share: rules of a security group, policies of a role. */
export function compareSharedElements(
  object: JoinedObject,
  live: LiveObject,
  visible: Visibility,
  catalog: Catalog,
  counterOf: CounterOf,
): readonly Finding[] {
  const children = catalog.facts(object.type)?.children ?? []
  if (children.length === 0 && object.shares.every(({projection}) => projection === 'table')) return []
  const claims = claimsOf(object, children)
  const findings: Finding[] = []
  for (const [path, claim] of claims) {
    for (const {share} of claim.elements) {
      const counter = counterOf(share.entry.type, share.entry.confidence)
      if (visible(path)) counter.compared += 1
      else counter.skip('not-visible')
    }
    if (visible(path)) findings.push(...compareClaim(object, live, path, claim, catalog))
  }
  return findings
}

interface Claim {
  readonly elements: OwnedElement[]
  /** Resources that say they declare the whole collection. */
  readonly exclusive: Share[]
  /** What the object's own resource read back: nobody answers for these elements, but the state has seen them. */
  readonly echoes: OwnedElement[]
}

function claimsOf({shares}: JoinedObject, children: readonly string[]): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>()
  const claimOf = (path: string): Claim => {
    let claim = claims.get(path)
    if (!claim) claims.set(path, (claim = {elements: [], exclusive: [], echoes: []}))
    return claim
  }
  for (const path of children) claimOf(path)
  for (const share of shares) {
    const {projection} = share
    if (projection === 'table') continue
    for (const element of projection.elements ?? []) {
      const {elements, echoes} = claimOf(element.path)
      const list = isEcho(share, element.path, shares) ? echoes : elements
      list.push({...element, share})
    }
    for (const path of projection.exclusive ?? []) {
      if (!isEcho(share, path, shares)) claimOf(path).exclusive.push(share)
    }
  }
  return claims
}

/** The provider read the collection back, but other resources declare its elements: what was read may be stale. */
function isEcho({projection}: Share, path: string, shares: readonly Share[]): boolean {
  if (projection === 'table' || !projection.echoes?.includes(path)) return false
  return shares.some(
    (other) => other.projection !== 'table' && other.projection !== projection && declares(other.projection, path),
  )
}

function declares({elements, echoes}: Projection, path: string): boolean {
  return !echoes?.includes(path) && elements?.some((element) => element.path === path) === true
}

function compareClaim(object: JoinedObject, live: LiveObject, path: string, claim: Claim, catalog: Catalog): Finding[] {
  const actual = valueAt(live.properties, keysOf(path))
  const context = {location: object.location}
  const {lost, extra, found} = matchElements(byOwner(primary(claim)), actual, context)
  // What the object's own resource read back excuses an element, but not before someone who claims to declare all of them.
  const unheardOf = claim.exclusive.length > 0 ? extra : unlike(extra, claim.echoes, context)
  const present = new Set(found.map(({share}) => share))
  const changes = lost.flatMap((element) => lostFindings(object, path, element, present, catalog))
  return dedupe([...changes, ...unheardOf.flatMap((after) => extraFinding(object, path, after, claim, catalog))])
}

/** @param present shares of which something is live: a lifecycle configuration that lost one rule of many is not missing */
function lostFindings(
  object: JoinedObject,
  path: string,
  lost: LostElement,
  present: ReadonlySet<Share>,
  catalog: Catalog,
): readonly Finding[] {
  const {owned, replacedBy, changed} = lost
  if (replacedBy === undefined && isWhole(owned.share) && !present.has(owned.share)) {
    return [missing(object, owned.share, catalog, `${object.type} ${object.id}`)]
  }
  const {attribute, element: before} = owned
  if (changed.length === 0 || !isRecord(before) || !isRecord(replacedBy)) {
    const difference = {path, attribute, before, after: replacedBy, undeclared: false, element: true} as const
    return [drifted(object, owned.share, difference, catalog)]
  }
  const name = (owned.key ?? [])
    .map((key) => `${key}=${canonicalJson(before[key] ?? null).replaceAll('"', '')}`)
    .join(',')
  return changed.map((member) => {
    const sides = {before: before[member], after: replacedBy[member], undeclared: false}
    return drifted(object, owned.share, {path: `${path}[${name}].${member}`, attribute, ...sides}, catalog)
  })
}

/** Elements but those that are only named, where the resource that declares them is there to answer for them. */
function primary({elements}: Claim): readonly OwnedElement[] {
  return elements.filter(
    (named) => !named.secondary || !elements.some((other) => !other.secondary && isSameElement(named, other)),
  )
}

/** Resources that are one element each come first: they say more than an echo in the object's own resource. */
function byOwner(elements: readonly OwnedElement[]): readonly OwnedElement[] {
  return elements.toSorted((a, b) => Number(isWhole(b.share)) - Number(isWhole(a.share)))
}

function isWhole({projection}: Share): boolean {
  return projection !== 'table' && projection.wholeResource === true
}

/** An element that nobody declared: drift where someone claims the whole collection, else a child that nobody manages. */
function extraFinding(
  object: JoinedObject,
  path: string,
  after: Value,
  claim: Claim,
  catalog: Catalog,
): readonly Finding[] {
  if (isOpen(object, path)) return []
  const [owner] = claim.exclusive
  if (owner) {
    const attribute = claim.elements.find(({share}) => share === owner)?.attribute ?? path
    const difference = {path, attribute, before: undefined, after, undeclared: true, element: true} as const
    return [drifted(object, owner, difference, catalog)]
  }
  const creator = object.shares.find(({entry}) => entry.role === 'object' && entry.objectType === object.type)
  if (!creator) return []
  const facts = catalog.facts(object.type)
  const shown = hideSecrets({path, attribute: path, before: undefined, after, undeclared: true}, facts).after ?? null
  const subject = subjectOf(object, catalog, creator.resource)
  const identity = {code: 'unmanaged-child', path, after} as const
  return [
    {
      code: 'unmanaged-child',
      path,
      after: shown,
      severity: severityOf(facts, {path, after, undeclared: true}),
      confidence: creator.entry.confidence,
      subject,
      source: creator.resource.source,
      fingerprint: fingerprintOf(identity, subject),
    },
  ]
}

/** A collection to which AWS or others add by design. */
function isOpen({shares}: JoinedObject, path: string): boolean {
  return shares.some(({projection}) => projection !== 'table' && projection.open?.includes(path))
}

/** A resource that lost several of its elements is reported once. */
function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({code, fingerprint}) => {
    if (code !== 'missing') return true
    const isNew = !seen.has(fingerprint)
    seen.add(fingerprint)
    return isNew
  })
}
