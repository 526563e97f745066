import {globSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'

import {describe, expect, test} from 'vitest'

import {configTypeOf} from '../../../src/live/config/types.ts'
import {serviceTypes} from '../../../src/live/service/index.ts'
import type {LiveEvent, LiveObject} from '../../../src/model/live.ts'
import type {Location} from '../../../src/model/location.ts'
import {frankfurt} from '../fake-session.ts'
import {objectsIn, readRecorded, type Recording} from './replay.ts'
import {sharedShapes} from './shared-shapes.ts'

/** `fixtures/live/service/*.json`: what a service answers, and the canonical objects that this means. */
interface Fixture {
  readonly name: string
  readonly type: string
  readonly region?: string
  /** Read one by one even though the type can be listed. */
  readonly declaredIds?: readonly string[]
  readonly answers: Recording
  readonly objects: readonly Partial<LiveObject>[]
  readonly unread?: readonly string[]
}

const fixtures = globSync('fixtures/live/service/*.json')
  .toSorted()
  .map((file): Fixture => ({
    ...(JSON.parse(readFileSync(file, 'utf8'), time) as Fixture),
    name: basename(file, '.json'),
  }))

/** The SDK gives times as dates; fixtures mark them, as some services have texts that look alike. */
function time(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('@20') ? new Date(value.slice(1)) : value
}

function locationOf({region = frankfurt.region}: Fixture): Location {
  return {...frankfurt, region}
}

async function read(
  fixture: Fixture,
  declaredIds: readonly string[],
  unmanaged: boolean,
): Promise<readonly LiveEvent[]> {
  return readRecorded(fixture.answers, locationOf(fixture), [{type: fixture.type, declaredIds, unmanaged}])
}

describe.each(fixtures)('$name', (fixture) => {
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
  const shown = new Set(fixtures.map(({type}) => type))
  expect([...serviceTypes].filter((type) => !shown.has(type) && !(configTypeOf(type) in sharedShapes))).toEqual([])
})
