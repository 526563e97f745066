import type {Catalog} from '../catalog/catalog.ts'
import type {Projection} from '../catalog/entry.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import type {LiveObject} from '../model/live.ts'
import {keysOf, valueAt} from '../model/path.ts'
import {canonicalJson, isArray, isRecord, type Value} from '../model/value.ts'
import {isSameElement, matchElements, unlike, type LostElement, type OwnedElement} from './compare-elements.ts'
import type {CounterOf} from './coverage-counter.ts'
import type {Difference} from './difference.ts'
import {drifted} from './drifted.ts'
import {hideSecrets} from './hide.ts'
import {missing} from './missing.ts'
import {severityOf} from './severity.ts'
import {subjectOf} from '../join/subject.ts'
import {judgeElement, judgeMember, unappliedElements} from './three-way-elements.ts'
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
      if (share.aside) continue
      const counter = counterOf(share.entry.type, share.entry.confidence)
      if (visible(path)) counter.compared += 1
      else counter.skip('not-visible')
    }
    if (visible(path)) findings.push(...compareClaim(object, live, path, claim, {catalog, counterOf}))
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

/** What is known of all types, and where what is ignored is counted. */
interface Setting {
  readonly catalog: Catalog
  readonly counterOf: CounterOf
}

function compareClaim(object: JoinedObject, live: LiveObject, path: string, claim: Claim, setting: Setting): Finding[] {
  const actual = valueAt(live.properties, keysOf(path))
  const context = {location: object.location}
  const declared = byOwner(primary(claim))
  const {lost, extra, found} = matchElements(declared, actual, context)
  // What the object's own resource read back excuses an element, but not before someone who claims to declare all of them.
  const unheardOf = claim.exclusive.length > 0 ? extra : unlike(extra, claim.echoes, context)
  const present = new Set(found.map(({share}) => share))
  const changes = lost.flatMap((element) => lostFindings(object, path, element, present, setting))
  const shares = new Set([...declared.map(({share}) => share), ...claim.exclusive])
  const ahead = [...shares].flatMap((share) => {
    const sides = {
      found: of(share, found),
      lost: of(
        share,
        lost.map(({owned}) => owned),
      ),
      live: isArray(actual) ? actual : [],
    }
    return told(unappliedElements(share, path, sides, context), object, share, setting)
  })
  const extras = unheardOf.flatMap((after) => extraFinding(object, path, after, claim, setting))
  return dedupe([...changes, ...extras, ...ahead])
}

function of(share: Share, elements: readonly OwnedElement[]): readonly OwnedElement[] {
  return elements.filter((element) => element.share === share)
}

/** Differences as findings; what the code ignores is counted instead. */
function told(
  differences: readonly Difference[],
  object: JoinedObject,
  share: Share,
  setting: Setting,
): readonly Finding[] {
  return differences.flatMap((difference) => {
    if (difference.verdict !== 'ignored') return [drifted(object, share, difference, setting.catalog)]
    setting.counterOf(share.entry.type, share.entry.confidence).skip('ignored')
    return []
  })
}

/** @param present shares of which something is live: a lifecycle configuration that lost one rule of many is not missing */
function lostFindings(
  object: JoinedObject,
  path: string,
  lost: LostElement,
  present: ReadonlySet<Share>,
  setting: Setting,
): readonly Finding[] {
  const {owned, replacedBy, changed} = lost
  const {share, attribute, element: before} = owned
  if (replacedBy === undefined && isWhole(share) && !present.has(share)) {
    return [missing(object, share, setting.catalog, `${object.type} ${object.id}`)]
  }
  const context = {location: object.location}
  if (changed.length === 0 || !isRecord(before) || !isRecord(replacedBy)) {
    const difference = {path, attribute, before, after: replacedBy, undeclared: false, element: true} as const
    return told([judgeElement(difference, share, owned, context)], object, share, setting)
  }
  const name = (owned.key ?? [])
    .map((key) => `${key}=${canonicalJson(before[key] ?? null).replaceAll('"', '')}`)
    .join(',')
  const differences = changed.map((member) => {
    const sides = {before: before[member], after: replacedBy[member], undeclared: false}
    return judgeMember({path: `${path}[${name}].${member}`, attribute, ...sides}, member, owned, context)
  })
  return told(differences, object, share, setting)
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
  setting: Setting,
): readonly Finding[] {
  const {catalog} = setting
  if (isOpen(object, path)) return []
  const [owner] = claim.exclusive
  if (owner) {
    const example = claim.elements.find(({share}) => share === owner)
    const attribute = example?.attribute ?? attributeOf(path, owner)
    const difference = {path, attribute, before: undefined, after, undeclared: true, element: true} as const
    const like = {path, attribute, ...(example?.as && {as: example.as})}
    return told([judgeElement(difference, owner, like, {location: object.location})], object, owner, setting)
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

/** The attribute whose elements stand at a path, where the resource declares none: rules say it in their words. */
function attributeOf(path: string, {entry}: Share): string {
  const name = new RegExp(`\\b${keysOf(path).at(-1)}\\b`)
  const custom = Object.entries(entry.attributes).find(([, rule]) => 'custom' in rule && name.test(rule.custom))
  return custom?.[0] ?? path
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
