import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import {valueAt} from '../model/path.ts'
import type {Value} from '../model/value.ts'
import {matchElements, type OwnedElement} from './compare-elements.ts'
import {drifted, type CounterOf} from './compare-object.ts'
import {hideSecrets} from './hide.ts'
import {missing} from './missing.ts'
import {severityOf} from './severity.ts'
import {subjectOf} from './subject.ts'
import type {Visibility} from './visibility.ts'

/** Compares every collection of an object that its resources share: rules of a security group, policies of a role. */
export function compareSharedElements(
  object: JoinedObject,
  live: LiveObject,
  visible: Visibility,
  catalog: Catalog,
  counterOf: CounterOf,
): readonly Finding[] {
  const claims = claimsOf(object)
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
  /** Some elements are resources of their own, so what the object's own resource recorded is only an echo of them. */
  split: boolean
}

function claimsOf(object: JoinedObject): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>()
  const claimOf = (path: string): Claim => {
    let claim = claims.get(path)
    if (!claim) claims.set(path, (claim = {elements: [], exclusive: [], split: false}))
    return claim
  }
  for (const share of object.shares) {
    if (share.projection === 'table') continue
    for (const element of share.projection.elements ?? []) {
      const claim = claimOf(element.path)
      claim.elements.push({...element, share})
      if (share.projection.wholeResource) claim.split = true
    }
    for (const path of share.projection.exclusive ?? []) claimOf(path).exclusive.push(share)
  }
  return claims
}

function compareClaim(object: JoinedObject, live: LiveObject, path: string, claim: Claim, catalog: Catalog): Finding[] {
  const actual = valueAt(live.properties, path.split('.'))
  const {lost, extra} = matchElements(byOwner(claim), actual, {location: object.location})
  const findings: Finding[] = []
  for (const {owned, replacedBy} of lost) {
    if (claim.split && !isWhole(owned.share)) continue
    if (replacedBy === undefined && isWhole(owned.share)) {
      findings.push(missing(object, owned.share, catalog, `${object.type} ${object.id}`))
      continue
    }
    const difference = {path, attribute: owned.attribute, before: owned.element, after: replacedBy, undeclared: false}
    findings.push(drifted(object, owned.share, difference, catalog))
  }
  for (const after of extra) findings.push(...extraFinding(object, path, after, claim, catalog))
  return dedupe(findings)
}

/** Resources that are one element each come first: they say more than an echo in the object's own resource. */
function byOwner({elements}: Claim): readonly OwnedElement[] {
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
  const [owner] = claim.exclusive.filter((share) => !claim.split || isExclusiveByType(share))
  if (owner) {
    const difference = {path, attribute: path, before: undefined, after, undeclared: true}
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
      severity: severityOf(facts, path, true),
      confidence: creator.entry.confidence,
      subject,
      source: creator.resource.source,
      fingerprint: fingerprintOf(identity, subject),
    },
  ]
}

/** `aws_iam_role_policies_exclusive` and its like: exclusive whatever other resources there are. */
function isExclusiveByType({entry}: Share): boolean {
  return entry.type.endsWith('_exclusive')
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
