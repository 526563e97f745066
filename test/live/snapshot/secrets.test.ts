import {globSync, readFileSync} from 'node:fs'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {loadCatalog} from '../../../src/catalog/catalog.ts'
import {liveObjectOf, type ConfigItem} from '../../../src/live/config/item.ts'
import {hideSecrets, secretPaths} from '../../../src/live/snapshot/secrets.ts'
import {writeSnapshot} from '../../../src/live/snapshot/write.ts'
import type {LiveEvent, LivePage} from '../../../src/model/live.ts'
import {isArray, isRecord, Sensitive, type Value} from '../../../src/model/value.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/types')
const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}

test('nothing that the catalogue calls sensitive is in a snapshot of all type fixtures', async () => {
  const events = recordedEvents()
  const secrets = await secretTexts(events)
  const text = await snapshotText(events)
  expect(secrets.length).toBeGreaterThan(0)
  expect(secrets.filter((secret) => text.includes(JSON.stringify(secret)))).toEqual([])
})

test('a listed path takes any key and any index, and what is below', async () => {
  const catalog = await loadCatalog()
  expect(catalog.facts('AWS::Lambda::Function')?.sensitive).toContain('Environment.Variables.*')
  const properties = {Environment: {Variables: {STAGE: 'prod'}}, Users: [{Keys: {a: 'x', b: ['y']}}]}
  const object = {type: 'AWS::Lambda::Function', id: 'f', location, properties, reader: 'config'} as const
  const paths = new Map([
    [
      'AWS::Lambda::Function',
      [
        ['Environment', 'Variables', '*'],
        ['Users', '*', 'Keys'],
      ],
    ],
  ])
  const hidden = hideSecrets(object, paths).properties as typeof properties
  expect(hidden.Environment.Variables.STAGE).toBeInstanceOf(Sensitive)
  expect(hidden.Users[0]?.Keys).toBeInstanceOf(Sensitive)
})

function recordedEvents(): readonly LiveEvent[] {
  const files = globSync('*/config.json', {cwd: fixtures})
  const items = files.flatMap((file) => JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as ConfigItem[])
  return items.map((item) => liveObjectOf(item)).filter((event) => event !== undefined)
}

/** Long enough not to be found by chance. */
async function secretTexts(events: readonly LiveEvent[]): Promise<readonly string[]> {
  const paths = await secretPaths()
  return events.flatMap((event) => {
    if (event.kind !== 'object') return []
    return [...sensitiveTexts(hideSecrets(event.object, paths).properties)].filter((text) => text.length > 8)
  })
}

function* sensitiveTexts(value: Value | undefined, hidden = false): Generator<string> {
  if (value instanceof Sensitive) yield* sensitiveTexts(value.reveal(), true)
  else if (isArray(value)) for (const item of value) yield* sensitiveTexts(item, hidden)
  else if (isRecord(value)) for (const item of Object.values(value)) yield* sensitiveTexts(item, hidden)
  else if (hidden && typeof value === 'string') yield value
}

async function snapshotText(events: readonly LiveEvent[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trueup-test-'))
  try {
    const file = join(folder, 'live.jsonl')
    await writeSnapshot(stream(events), file, {createdAt: '2026-03-01T12:00:00Z', trueup: '0.1.0', locations: []})
    return await readFile(file, 'utf8')
  } finally {
    await rm(folder, {recursive: true})
  }
}

async function* stream(events: readonly LiveEvent[]): AsyncGenerator<LivePage> {
  yield events
}
