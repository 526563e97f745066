import {globSync} from 'node:fs'
import {join} from 'node:path'

import {loadCatalog, type Catalog} from '../src/catalog/catalog.ts'
import {comparedPaths} from '../src/catalog/paths.ts'
import {readStates} from '../src/declared/state/read-states.ts'
import type {DeclaredResource} from '../src/model/declared.ts'
import type {LiveObject, ObjectType} from '../src/model/live.ts'
import {isArray, isEmpty, isRecord, type Value, type ValueRecord} from '../src/model/value.ts'
import {fixtureNames, loadFixture, scopesOf} from '../test/catalog/type-fixtures.ts'
import {echo} from '../test/echo/echo.ts'
import {evaluateAgreement} from './engine.ts'
import type {Outcome} from './outcome.ts'

/** Real states against a live side that says what they say: it proves nothing of the tables, but all of what is done with them. */
export async function evaluateStates(folder: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const file of globSync('v4-*/*', {cwd: folder}).toSorted()) {
    const resources = await resourcesIn(join(folder, file))
    const catalog = await loadCatalog()
    for (const {type} of resources) await catalog.want(type)
    const objects = echo(resources, catalog).map((object) => ({...object, properties: withoutEmpty(object.properties)}))
    const scopes = scopesOf(objects).map((scope) => ({...scope, sees: seenOf(scope.type, objects, catalog)}))
    outcomes.push(...(await evaluateAgreement({name: file, resources, objects, scopes})))
  }
  return outcomes
}

/**
 * A document also shows what its state leaves to AWS, which is not compared there: a path at which a change is noticed in another
 * fixture is compared.
 */
function withoutUndeclared(outcomes: readonly Outcome[]): readonly Outcome[] {
  const noticed = new Set(outcomes.flatMap((outcome) => outcome.noticed ?? []))
  return outcomes.map((outcome) => {
    const missed = outcome.missed.filter((path) => !noticed.has(path))
    return {...outcome, missed, changes: outcome.changes - outcome.missed.length + missed.length}
  })
}

/** The project's own fixtures: real or documented AWS documents beside the state that agrees with them. */
export async function evaluateFixtures(): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const name of fixtureNames()) outcomes.push(...(await evaluateAgreement(await loadFixture(name))))
  return withoutUndeclared(outcomes)
}

/** Null, empty and absent are one to AWS: what is empty in the state is absent here. */
function withoutEmpty(properties: ValueRecord): ValueRecord {
  const members = Object.entries(properties).map(([name, value]) => [name, pruned(value)] as const)
  return Object.fromEntries(members.filter(([, value]) => !isEmpty(value)))
}

function pruned(value: Value): Value {
  if (isArray(value)) return value.map(pruned)
  return isRecord(value) ? withoutEmpty(value) : value
}

/** The echo shows whatever the tables of the catalogue name, properties of no CloudFormation schema included. */
function seenOf(type: ObjectType, objects: readonly LiveObject[], catalog: Catalog): readonly string[] {
  const shown = objects.filter((object) => object.type === type).flatMap(({properties}) => Object.keys(properties))
  const mapped = catalog.entries
    .filter(({objectType}) => objectType === type)
    .flatMap((entry) => [...comparedPaths(entry).keys()])
  return [...new Set([...shown, ...mapped])]
}

async function resourcesIn(file: string): Promise<readonly DeclaredResource[]> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([file])) {
    if (event.kind === 'resource') resources.push(event.resource)
  }
  return resources
}
