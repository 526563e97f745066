import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {liveObjectOf, type ConfigItem} from '../../../src/live/config/item.ts'
import type {LiveObject} from '../../../src/model/live.ts'
import {isRecord, type Json} from '../../../src/model/value.ts'
import {fixtureNames} from '../../catalog/type-fixtures.ts'
import {objectsIn, readRecorded} from './replay.ts'
import {sharedShapes, type SharedShape} from './shared-shapes.ts'

interface Case extends SharedShape {
  readonly name: string
  readonly item: ConfigItem
}

/** Items of `fixtures/types` whose documents are the service's own answers but for the case of their first letters. */
const cases = fixtureNames().flatMap((fixture): readonly Case[] => {
  const file = join('fixtures/types', fixture, 'config.json')
  const items = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly ConfigItem[]) : []
  return items.flatMap((item) => {
    const shape = sharedShapes[item.resourceType]
    return shape ? [{...shape, name: `${fixture} ${item.resourceId}`, item}] : []
  })
})

describe("the service's answer is the object that AWS Config's document of it is", () => {
  test.each(cases)('$name', async ({operation, wrap, item}) => {
    const recorded = objectOf(item)
    const answer = wrap(raised(documentOf(item)) as Record<string, unknown>)
    const wanted = {type: recorded.type, declaredIds: [], unmanaged: true}
    const [live] = objectsIn(await readRecorded({[operation]: [{answer}]}, recorded.location, [wanted]))
    expect(live?.id).toBe(recorded.id)
    // What Config keeps beside the document takes a call of its own, of which nothing is recorded here.
    const more = live?.unseen?.map((path) => path.split('.')[0]) ?? []
    const inDocument = Object.entries(recorded.properties).filter(([name]) => !more.includes(name))
    expect(live?.properties).toMatchObject(Object.fromEntries(inDocument))
    expect(live?.deleting).toBe(recorded.deleting)
  })
})

function objectOf(item: ConfigItem): LiveObject {
  const event = liveObjectOf(item)
  if (event?.kind !== 'object') throw new Error(`${item.resourceId}: no object`)
  return event.object
}

function documentOf({configuration}: ConfigItem): Json {
  return typeof configuration === 'string' ? (JSON.parse(configuration) as Json) : (configuration ?? null)
}

/** With the capital first letters and the dates that the SDK has, and policies as text, which older recordings hold decoded. */
function raised(value: Json, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item: Json) => raised(item))
  if (!isRecord(value)) return isTime(value, name) ? new Date(value) : value
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(
    members.map(([key, member]) => [
      key.charAt(0).toUpperCase() + key.slice(1),
      /document$/i.test(key) ? textOf(member) : raised(member, key),
    ]),
  )
}

function isTime(value: Json, name: string): value is string | number {
  if (typeof value === 'number') return name === 'createdTime'
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/.test(value)
}

function textOf(document: Json): Json {
  const [decoded = document] = Array.isArray(document) ? (document as readonly Json[]) : []
  return typeof decoded === 'string' ? decoded : encodeURIComponent(JSON.stringify(decoded))
}
