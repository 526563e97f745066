import {loadCatalog, type Catalog} from '../src/catalog/catalog.ts'
import {comparedPaths} from '../src/catalog/paths.ts'
import {findDrift, type DriftResult} from '../src/drift/drift.ts'
import {Joiner} from '../src/join/join.ts'
import {LiveIndex} from '../src/join/live-index.ts'
import type {JoinedObject} from '../src/join/joined.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import type {Finding} from '../src/model/finding.ts'
import type {LiveObject, ObjectType, ReadScope} from '../src/model/live.ts'
import {mutations} from '../test/catalog/mutate.ts'
import type {Outcome} from './outcome.ts'

/** Declared and live sides that say the same. */
export interface Agreement {
  readonly name: string
  readonly resources: readonly DeclaredResource[]
  readonly objects: readonly LiveObject[]
  readonly scopes: readonly ReadScope[]
}

/** Changes tried of each object: states with hundreds of resources would take minutes otherwise. */
const changesPerObject = 16

/** Runs the whole engine: nothing may be found, and of each change of one live value exactly one thing. */
export async function evaluateAgreement(agreement: Agreement): Promise<readonly Outcome[]> {
  const catalog = await loadCatalog()
  for (const {type} of agreement.resources) await catalog.want(type)
  const {findings, byType} = drift(agreement, catalog)
  const types = new Map(
    byType.map((type) => [
      type.type,
      {...type, falseDrifts: [] as string[], missed: [] as string[], noticed: new Set<string>(), changes: 0},
    ]),
  )
  for (const finding of findings) types.get(finding.subject.type ?? '')?.falseDrifts.push(lineOf(finding))
  const declaring = declaringOf(agreement, catalog)
  for (const object of agreement.objects) {
    const resources = declaring.get(`${object.type}\n${object.id}`) ?? []
    const type = types.get(resources[0]?.type ?? '')
    if (!type) continue
    const names = elementNames(object.type, catalog)
    const isShown = shownIn(object, agreement, catalog)
    const tried = [...mutations(object.properties)].filter(
      ({path}) => !names.has(path) && isMapped(path, object.type, catalog) && isShown(path),
    )
    for (const {path, properties} of tried.slice(0, changesPerObject)) {
      const changed = {...agreement, resources, objects: [{...object, properties}]}
      type.changes += 1
      if (drift(changed, catalog).findings.length === 0) type.missed.push(`${object.type} ${path}`)
      else type.noticed.add(`${object.type} ${path}`)
    }
  }
  return [...types.values()].map(
    ({type, confidence, compared, skipped, notMapped, falseDrifts, missed, noticed, changes}) => ({
      case: agreement.name,
      type,
      confidence,
      compared,
      skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0),
      notMapped,
      changes,
      falseDrifts,
      missed,
      noticed: [...noticed],
    }),
  )
}

/** What a reader that answers in the CloudFormation schema cannot show is not compared (pseudo-properties, write-only ones). */
function shownIn({type}: LiveObject, {scopes}: Agreement, catalog: Catalog): (path: string) => boolean {
  const shape = scopes.some((scope) => scope.type === type && scope.sees === '*') ? catalog.shape(type) : undefined
  return (path) => shape?.(path.replaceAll('.*', '')) ?? true
}

/** Members that paths use to name an element (`Attributes[Key=idle_timeout]`): changed, the element is another one. */
function elementNames(type: ObjectType, catalog: Catalog): ReadonlySet<string> {
  const found = pathsOf(type, catalog).flatMap((path) => [...path.matchAll(/(\w+)\[(\w+)=/g)])
  return new Set(found.map(([, list, member]) => `${list}.*.${member}`))
}

/** What a table compares; elements that several resources share are compared as a whole, by other tests. */
function isMapped(path: string, type: ObjectType, catalog: Catalog): boolean {
  const bare = path.replaceAll('.*', '')
  return pathsOf(type, catalog).some((mapped) => {
    const other = mapped.replaceAll(/\[[^\]]*\]/g, '')
    return bare === other || bare.startsWith(`${other}.`)
  })
}

function pathsOf(type: ObjectType, catalog: Catalog): readonly string[] {
  return catalog.entries
    .filter(({objectType}) => objectType === type)
    .flatMap((entry) => [...comparedPaths(entry).keys()])
}

/** The resources that declare an object: what others declare does not change what is found of it. */
function declaringOf(agreement: Agreement, catalog: Catalog): ReadonlyMap<string, readonly DeclaredResource[]> {
  return new Map(
    join(agreement, catalog).map(({type, id, shares}) => [
      `${type}\n${id}`,
      [...new Set(shares.map(({resource}) => resource))],
    ]),
  )
}

function drift(agreement: Agreement, catalog: Catalog): DriftResult {
  return findDrift(join(agreement, catalog), catalog)
}

function join({resources, objects, scopes}: Agreement, catalog: Catalog): readonly JoinedObject[] {
  const joiner = new Joiner(catalog)
  for (const resource of resources) joiner.add(resource)
  const live = new LiveIndex()
  for (const scope of scopes) live.add({kind: 'scope', scope})
  for (const object of objects) live.add({kind: 'object', object})
  return joiner.join(live).objects
}

function lineOf(finding: Finding): string {
  return `${finding.code} ${finding.subject.address ?? finding.subject.id} ${'path' in finding ? finding.path : ''}`.trim()
}
