import {describe, expect, test} from 'vitest'

import {configTypeOf} from '../../../src/live/config/types.ts'
import {serviceTypes} from '../../../src/live/service/index.ts'
import type {LiveEvent} from '../../../src/model/live.ts'
import {objectsIn, readRecorded} from './replay.ts'
import {dated, locationOf, serviceFixtures, type ServiceFixture} from './service-fixtures.ts'
import {sharedShapes} from './shared-shapes.ts'

async function read(
  fixture: ServiceFixture,
  declaredIds: readonly string[],
  unmanaged: boolean,
): Promise<readonly LiveEvent[]> {
  return readRecorded(dated(fixture.answers), locationOf(fixture), [{type: fixture.type, declaredIds, unmanaged}])
}

describe.each(serviceFixtures)('$name', (fixture) => {
  const listed = fixture.declaredIds === undefined

  test('answers are the canonical objects, whole', async () => {
    const events = await read(fixture, fixture.declaredIds ?? [], listed)
    const {type} = fixture
    const expected = fixture.objects.map((object) => ({
      ...object,
      type,
      location: locationOf(fixture),
      reader: 'service',
    }))
    expect(objectsIn(events)).toEqual(expected)
    const scope = events.find((event) => event.kind === 'scope')?.scope
    expect(scope?.unread ?? []).toEqual(fixture.unread ?? [])
  })

  test('nothing is shown that the scope does not say it sees', async () => {
    const events = await read(fixture, fixture.declaredIds ?? [], listed)
    const scope = events.find((event) => event.kind === 'scope')?.scope
    const seen = [scope?.sees ?? []].flat().map((path) => path.split('.')[0])
    for (const {properties} of objectsIn(events)) {
      expect(Object.keys(properties).filter((name) => !seen.includes(name))).toEqual([])
    }
  })

  test('without permission there is a gap, and no scope that would make everything missing', async () => {
    const wanted = {type: fixture.type, declaredIds: ['declared'], unmanaged: listed}
    const events = await readRecorded({}, locationOf(fixture), [wanted])
    expect(objectsIn(events)).toEqual([])
    expect(events.filter((event) => event.kind === 'scope')).toEqual([])
    expect(events.find((event) => event.kind === 'gap')?.gap).toMatchObject({reason: 'denied', hides: {count: 1}})
  })
})

test('every type has a fixture, here or among those of AWS Config', () => {
  const shown = new Set(serviceFixtures.map(({type}) => type))
  expect([...serviceTypes].filter((type) => !shown.has(type) && !(configTypeOf(type) in sharedShapes))).toEqual([])
})
