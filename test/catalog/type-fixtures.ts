import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {readStates} from '../../src/declared/state/read-states.ts'
import {liveObjectOf, type ConfigItem} from '../../src/live/config/item.ts'
import {projectors} from '../../src/live/projectors/index.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveEvent, LiveObject, ReadScope} from '../../src/model/live.ts'

const folder = 'fixtures/types'

/** One folder of `fixtures/types`: a state, and the live side that says the same. */
export interface TypeFixture {
  readonly name: string
  readonly resources: readonly DeclaredResource[]
  readonly objects: readonly LiveObject[]
  readonly scopes: readonly ReadScope[]
}

export function fixtureNames(): readonly string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'terraform.tfstate')))
}

export async function loadFixture(name: string): Promise<TypeFixture> {
  const resources: DeclaredResource[] = []
  for await (const event of readStates([join(folder, name, 'terraform.tfstate')])) {
    if (event.kind === 'resource') resources.push(event.resource)
  }
  const items = (readJson(name, 'config.json') ?? []) as readonly ConfigItem[]
  const recorded = items.map((item) => objectOf(name, liveObjectOf(item)))
  const direct = ((readJson(name, 'live.json') ?? []) as readonly LiveObject[]).map((object): LiveObject => ({
    ...object,
    reader: 'cloud-control',
  }))
  const objects = [...recorded, ...direct]
  return {name, resources, objects, scopes: scopesOf(objects)}
}

function objectOf(fixture: string, event: LiveEvent | undefined): LiveObject {
  if (event?.kind !== 'object') throw new Error(`${fixture}/config.json: ${JSON.stringify(event)}`)
  return event.object
}

/** Settable attributes of a type, as leaf paths, from the provider's schemas. */
export function settableAttributes(type: string): readonly string[] {
  return (readJson(type, 'attributes.json') as {readonly settable: readonly string[]} | undefined)?.settable ?? []
}

/** Every type that occurs was read to the end where it occurs. */
export function scopesOf(objects: readonly LiveObject[]): readonly ReadScope[] {
  const scopes = new Map<string, ReadScope>()
  for (const {type, location, reader} of objects) {
    const sees = reader === 'config' ? (projectors[type]?.sees ?? '*') : '*'
    scopes.set([type, reader, Object.values(location).join()].join('\n'), {type, location, reader, sees})
  }
  return [...scopes.values()]
}

function readJson(name: string, file: string): unknown {
  const path = join(folder, name, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
