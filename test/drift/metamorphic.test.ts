import {assert, nat, property} from 'fast-check'
import {describe, expect, test} from 'vitest'

import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {isArray, isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'
import {check, line} from '../catalog/check-fixture.ts'
import {fixtureNames, loadFixture, type TypeFixture} from '../catalog/type-fixtures.ts'

const fixtures = await Promise.all(fixtureNames().map(loadFixture))

/** Changes that mean nothing: after each, both sides still say the same. */
const changes: Readonly<Record<string, (fixture: TypeFixture, seed: number) => TypeFixture>> = {
  'other order of resources and objects': (fixture, seed) => ({
    ...fixture,
    resources: shuffled(fixture.resources, seed),
    objects: shuffled(fixture.objects, seed + 1),
  }),
  'other order of members': (fixture, seed) => ({
    ...fixture,
    resources: fixture.resources.map((resource) => onAttributes(resource, (value) => reordered(value, seed))),
    objects: fixture.objects.map((object) => onProperties(object, (value) => reordered(value, seed))),
  }),
  'an attribute that no catalogue knows': (fixture) => ({
    ...fixture,
    resources: fixture.resources.map((resource) => ({
      ...resource,
      attributes: {...resource.attributes, from_a_later_provider: 'some value'},
    })),
  }),
  'a property that no catalogue knows': (fixture) => ({
    ...fixture,
    objects: fixture.objects.map((object) => ({
      ...object,
      properties: {...object.properties, FromALaterSchema: {Some: ['value']}},
    })),
  }),
  'null for absent at the top of the live side': (fixture) => ({
    ...fixture,
    objects: fixture.objects.map((object) => ({...object, properties: {...nulls(fixture), ...object.properties}})),
  }),
}

describe.each(Object.entries(changes))('%s', (_, change) => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('changes nothing in %s', (__, fixture) => {
    assert(
      property(nat(), (seed) => {
        expect(check(change(fixture, seed)).findings.map(line)).toEqual([])
      }),
      {numRuns: 5, seed: 1},
    )
  })
})

/** Every property that some object of the fixture has, as null. */
function nulls({objects}: TypeFixture): ValueRecord {
  return Object.fromEntries(objects.flatMap(({properties}) => Object.keys(properties).map((name) => [name, null])))
}

function onAttributes(resource: DeclaredResource, change: (value: ValueRecord) => ValueRecord): DeclaredResource {
  return {...resource, attributes: change(resource.attributes)}
}

function onProperties(object: LiveObject, change: (value: ValueRecord) => ValueRecord): LiveObject {
  return {...object, properties: change(object.properties)}
}

function reordered(value: ValueRecord, seed: number): ValueRecord {
  return reorderedDeep(value, seed) as ValueRecord
}

function reorderedDeep(value: Value, seed: number): Value {
  if (isArray(value)) return value.map((item) => reorderedDeep(item, seed))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    shuffled(Object.entries(value), seed).map(([key, item]) => [key, reorderedDeep(item, seed)]),
  )
}

/** A permutation that the seed decides. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const rest = [...items]
  const result: T[] = []
  for (let state = seed % 2147483646; rest.length > 0;) {
    state = (state * 48271 + 1) % 2147483647
    result.push(...rest.splice(state % rest.length, 1))
  }
  return result
}
