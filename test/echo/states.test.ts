import {readdirSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {readStates} from '../../src/declared/state/read-states.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import {catalog, check, line} from '../catalog/check-fixture.ts'
import {mutations} from '../catalog/mutate.ts'
import {scopesOf, type TypeFixture} from '../catalog/type-fixtures.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'
import {echo} from './echo.ts'

const folder = join(sharedData, 'states', 'v4-aws')
const files = hasSharedData ? readdirSync(folder) : []

/** Changes tried of each object: states with hundreds of resources would take minutes otherwise. */
const changesPerObject = 12

describe.skipIf(!hasSharedData)('real states against a live side that says the same', () => {
  test.each(files)('%s', async (file) => {
    const fixture = await echoed(file)
    expect(check(fixture).findings.map(line)).toEqual([])
    expect([...severalFindings(fixture)]).toEqual([])
  })
})

async function echoed(file: string): Promise<TypeFixture> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([join(folder, file)])) {
    if (event.kind === 'resource') resources.push(event.resource)
  }
  const objects = echo(resources, catalog)
  return {name: file, resources, objects, scopes: scopesOf(objects)}
}

/** Single changes of the live side that yield more than one finding. */
function* severalFindings(fixture: TypeFixture): Generator<string> {
  for (const object of fixture.objects) {
    for (const {path, properties} of [...mutations(object.properties)].slice(0, changesPerObject)) {
      const {findings} = check(fixture, new Map([[object, {...object, properties}]]))
      if (findings.length > 1) yield `${object.type} ${path}: ${findings.map(line).join(' | ')}`
    }
  }
}
