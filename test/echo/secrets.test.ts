import {describe, expect, test} from 'vitest'

import {readStates} from '../../src/declared/state/read-states.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {isArray, isRecord, Sensitive, type Value, type ValueRecord} from '../../src/model/value.ts'
import {findingJson} from '../../src/report/json.ts'
import {catalog, check} from '../catalog/check-fixture.ts'
import {mutations} from '../catalog/mutate.ts'
import {scopesOf} from '../catalog/type-fixtures.ts'
import {isSecret, readableStates} from '../declared/state/readable-states.ts'
import {hasSharedData} from '../shared-data.ts'
import {echo} from './echo.ts'

const planted = readableStates().filter(({canaries}) => canaries.length > 0)

/** What an AWS API says knows no secrets: every value stands there in plain text. */
describe.skipIf(!hasSharedData)('secrets of real states, with the live side in plain text and changed', () => {
  test.each(planted.map((state) => [state.name, state] as const))('%s', async (_, {file, canaries}) => {
    const resources: DeclaredResource[] = []
    for await (const event of readStates([file])) if (event.kind === 'resource') resources.push(event.resource)
    const objects = echo(resources, catalog).map((object) => ({...object, properties: bare(object.properties)}))
    const shown = new Set<string>()
    for (const findings of changedFindings({name: file, resources, objects, scopes: scopesOf(objects)})) {
      for (const canary of canaries)
        if (isSecret(canary) && canary.shows(findings)) shown.add(`${canary.kind} ${canary.path}`)
    }
    expect([...shown]).toEqual([])
  })
})

/** Findings of every single change, as the JSON report writes them. */
function* changedFindings(fixture: Parameters<typeof check>[0]): Generator<string> {
  for (const object of fixture.objects) {
    for (const {properties} of mutations(object.properties)) {
      const {findings} = check(fixture, new Map<LiveObject, LiveObject>([[object, {...object, properties}]]))
      yield JSON.stringify(findings.map(findingJson))
    }
  }
}

function bare(record: ValueRecord): ValueRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, bareValue(value)]))
}

function bareValue(value: Value): Value {
  if (value instanceof Sensitive) return bareValue(value.reveal() ?? null)
  if (isArray(value)) return value.map(bareValue)
  return isRecord(value) ? bare(value) : value
}
