import type {Catalog} from '../src/catalog/catalog.ts'
import {isSecretName} from '../src/catalog/secret-names.ts'
import {writeCanonical, type Mutable} from '../src/drift/canonical.ts'
import {planOf, type Step} from '../src/drift/plan.ts'
import {comparable} from '../src/drift/secrets.ts'
import {threeWay, type ThreeWayDifference} from '../src/drift/three-way.ts'
import {ownTarget} from '../src/join/locate.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import {holdsUnknown, type Value} from '../src/model/value.ts'
import {differences, type Terms} from './canonical.ts'
import {unknownsIn} from './unknown-reasons.ts'

export interface Judged {
  readonly verdict: string
  /** Where the two differ. */
  readonly paths: readonly string[]
}

/** What the code sets beside what the state has of it, as the engine compares the two. */
export function* judgeValues(
  configured: DeclaredResource,
  recorded: DeclaredResource,
  catalog: Catalog,
): Generator<Judged> {
  const rules = rulesOf(recorded, catalog)
  const found = Map.groupBy(rules.compare(configured), ({attribute}) => attribute.split(/[.[]/)[0] ?? '')
  for (const [name, value] of Object.entries(configured.attributes)) {
    const other = recorded.attributes[name]
    if (value === null || (name === 'tags' && found.has('tags_all'))) continue
    if (other === undefined) yield {verdict: 'not in the state, an older provider wrote it', paths: []}
    else if (rules.has(name)) yield judge(value, found.get(name) ?? [])
    else yield judgeWithoutRule(name, value, other)
  }
}

interface Rules {
  readonly compare: (configured: DeclaredResource) => readonly ThreeWayDifference[]
  readonly has: (attribute: string) => boolean
}

/** The live side says what the state says: what is found then, the code alone says otherwise. */
function rulesOf(recorded: DeclaredResource, catalog: Catalog): Rules {
  const entry = catalog.entry(recorded.type)
  const plan: ReadonlyMap<string, Step> = entry ? planOf(entry) : new Map<string, Step>()
  const live: Mutable = {}
  writeCanonical(plan, recorded.attributes, live)
  const context = {location: entry ? ownTarget(recorded, entry, catalog).location : {}}
  return {
    compare: (configured) => threeWay([], {configured, recorded, live, plan, context}),
    has: (name) => name === 'tags_all' || ['compare', 'block'].includes(plan.get(name)?.kind ?? ''),
  }
}

function judge(value: Value, found: readonly ThreeWayDifference[]): Judged {
  const unapplied = found.filter(({verdict}) => verdict !== 'ignored').map(({attribute}) => attribute)
  if (unapplied.length > 0) return {verdict: 'differ', paths: unapplied}
  if (found.length > 0) return {verdict: 'ignored by lifecycle.ignore_changes', paths: []}
  return {verdict: holdsUnknown(value) ? unknown(value) : 'equal', paths: []}
}

function unknown(value: Value): string {
  const isGiven = [...unknownsIn(value)].every(({reason}) => reason !== 'no value is given')
  return isGiven ? 'unknown' : 'unknown, a variable is not given'
}

/** Attributes that the engine skips (identities, what only Terraform knows) show how well code is evaluated all the same. */
function judgeWithoutRule(name: string, value: Value, recorded: Value): Judged {
  if (isSecretName(name)) return {verdict: 'secret, not compared', paths: []}
  if (holdsUnknown(value)) return {verdict: unknown(value), paths: []}
  const paths = differences(name, ...comparable(value, recorded), anyType)
  return {verdict: paths.length > 0 ? 'differ' : 'equal', paths}
}

/** Security groups keep protocols in small letters, and names of records are kept without their last dot. */
const anyType: Terms = {
  context: {location: {}},
  ruleAt: (path) => (/(^|\.)(protocol|name)$/.test(path) ? {as: 'dnsName'} : undefined),
  isUnordered: () => true,
  isHidden: () => false,
  isFixed: () => false,
}
