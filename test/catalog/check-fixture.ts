import {loadCatalog} from '../../src/catalog/catalog.ts'
import {findDrift, type DriftResult} from '../../src/drift/drift.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {Finding} from '../../src/model/finding.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {Gap} from '../../src/model/gap.ts'
import type {LiveObject} from '../../src/model/live.ts'
import type {TypeFixture} from './type-fixtures.ts'

export const catalog = await loadCatalog()

/** Runs join and drift over a fixture, its live side replaced and with code where given. */
export function check(
  {resources, objects, scopes}: TypeFixture,
  replaced: ReadonlyMap<LiveObject, LiveObject> = new Map(),
  configured?: (resource: DeclaredResource) => DeclaredResource | undefined,
): DriftResult & {readonly gaps: readonly Gap[]} {
  const joiner = new Joiner(catalog)
  for (const resource of resources) joiner.add(resource)
  if (configured) joiner.configure(configured)
  const live = new LiveIndex()
  for (const scope of scopes) live.add({kind: 'scope', scope})
  for (const object of objects) live.add({kind: 'object', object: replaced.get(object) ?? object})
  const joined = joiner.join(live)
  return {...findDrift(joined.objects, catalog), gaps: joined.gaps}
}

/** A finding in one line, for messages of failed tests. */
export function line(finding: Finding): string {
  const {subject, ...rest} = finding
  const path = 'path' in rest ? rest.path : ''
  const sides = 'before' in rest ? `${JSON.stringify(rest.before)} -> ${JSON.stringify(rest.after)}`.slice(0, 160) : ''
  return `${finding.code} ${subject.address ?? subject.id} ${path} ${sides}`
}
