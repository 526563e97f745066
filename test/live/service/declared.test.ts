import {describe, expect, test} from 'vitest'

import type {DeclaredResource} from '../../../src/model/declared.ts'
import type {Finding} from '../../../src/model/finding.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {isArray, isRecord, type Value, type ValueRecord} from '../../../src/model/value.ts'
import {comparedPaths} from '../../../src/catalog/paths.ts'
import {catalog, check, line} from '../../catalog/check-fixture.ts'
import {mutations} from '../../catalog/mutate.ts'
import {loadFixture, type TypeFixture} from '../../catalog/type-fixtures.ts'
import {resource} from './recorded-pairs.ts'
import {objectsIn, readRecorded, type Recording} from './replay.ts'
import {dated, locationOf, serviceFixtures, type ServiceFixture} from './service-fixtures.ts'

const twoSided = serviceFixtures.filter(({declared}) => declared !== undefined)

describe.each(twoSided)('$name', (fixture) => {
  test('what the service answers agrees with what the state records', async () => {
    const side = await bothSides(fixture, fixture.answers)
    const {findings, gaps, resources} = check(side)
    expect(findings.map(line)).toEqual([])
    expect(gaps).toEqual([])
    expect(resources.compared).toBe(side.resources.length)
  })

  test('one change of an answer is one finding, wherever the two are compared', async () => {
    const before = await bothSides(fixture, fixture.answers)
    const found = new Set<string>()
    const several: string[] = []
    for (const {path, properties} of mutations(fixture.answers as unknown as ValueRecord)) {
      if (!path.includes('.answer.')) continue
      const after = await bothSides(fixture, properties as unknown as Recording)
      // Another object, or one that nothing is recorded of.
      if (ids(after) !== ids(before) || after.scopes.length === 0) continue
      const {findings} = check(after)
      // What says which part it is makes another part of it.
      if (findings.length > 1 && shapeOf(after) === shapeOf(before)) {
        several.push(`${path}: ${findings.map(line).join(' | ')}`)
      }
      for (const finding of findings) found.add(pathOf(finding))
    }
    expect(several).toEqual([])
    expect(
      comparedIn(before, fixture.answers).filter((path) => ![...found].some((seen) => covers(seen, path))),
    ).toEqual([])
  })
})

test('some services are read beside a state', () => {
  expect(twoSided).not.toEqual([])
})

async function bothSides(fixture: ServiceFixture, answers: Recording): Promise<TypeFixture> {
  const {name, type, declaredIds = []} = fixture
  const wanted = {type, declaredIds, unmanaged: fixture.declaredIds === undefined}
  const events = await readRecorded(dated(answers), locationOf(fixture), [wanted])
  return {name, resources: await resourcesOf(fixture), objects: objectsIn(events), scopes: scopesIn(events)}
}

function scopesIn(events: readonly LiveEvent[]): TypeFixture['scopes'] {
  return events.flatMap((event) => (event.kind === 'scope' ? [event.scope] : []))
}

async function resourcesOf({declared = []}: ServiceFixture): Promise<readonly DeclaredResource[]> {
  if (typeof declared === 'string') return (await loadFixture(declared)).resources
  for (const {type} of declared) await catalog.want(type)
  return declared.map(({type, name, attributes}) => resource(type, name, attributes))
}

function ids({objects}: TypeFixture): string {
  return objects.map(({id}) => id).join()
}

/** Names of properties and tags, whatever their values. */
function shapeOf({objects}: TypeFixture): string {
  return JSON.stringify(
    objects.map(({properties, tags}) => [properties, tags]),
    (_, value: unknown) => (typeof value === 'object' ? value : typeof value),
  )
}

function pathOf(finding: Finding): string {
  return 'path' in finding ? finding.path : ''
}

/** Properties that the catalogue compares and the service shows as a value of its own: no part of the identifier, no name of a member. */
function comparedIn({resources, objects}: TypeFixture, answers: Recording): readonly string[] {
  const entries = [...new Set(resources.map(({type}) => type))].flatMap((type) => catalog.entry(type) ?? [])
  const paths = [...new Set(entries.flatMap((entry) => [...comparedPaths(entry).keys()].map(bare)))]
  const names = new Set(namesIn(answers as unknown as Value))
  return paths.filter((path) =>
    objects.some(({id, properties}) => {
      const given = new Set([...names, ...id.split('|')])
      return valuesAt(properties, path.split('.')).some((value) => !(typeof value === 'string' && given.has(value)))
    }),
  )
}

/** In whichever element of the lists on the way. */
function valuesAt(value: Value | undefined, keys: readonly string[]): readonly Value[] {
  const [key, ...rest] = keys
  if (value === undefined || value === null) return []
  if (isArray(value)) return value.flatMap((item) => valuesAt(item, keys))
  if (key !== undefined) return isRecord(value) ? valuesAt(value[key], rest) : []
  return isRecord(value) && Object.keys(value).length === 0 ? [] : [value]
}

function namesIn(value: Value): readonly string[] {
  if (isArray(value)) return value.flatMap(namesIn)
  if (!isRecord(value)) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)]
}

function bare(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, '')
}

function covers(seen: string, path: string): boolean {
  return bare(seen) === path || bare(seen).startsWith(`${path}.`) || path.startsWith(`${bare(seen)}.`)
}
