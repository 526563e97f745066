import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'

import {writeSnapshot} from '../../../src/live/snapshot/write.ts'
import type {LiveEvent, LivePage} from '../../../src/model/live.ts'
import {Sensitive} from '../../../src/model/value.ts'

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const type = 'AWS::RDS::DBInstance'
const events: readonly LiveEvent[] = [
  {kind: 'scope', scope: {type, location, reader: 'config', sees: ['Engine'], unread: ['reports'], declaredOnly: true}},
  {kind: 'scope', scope: {type: 'AWS::SQS::Queue', location, reader: 'config', sees: '*'}},
  {kind: 'tagging-scope', location},
  {
    kind: 'gap',
    gap: {
      reason: 'denied',
      type,
      location: {account: '111122223333'},
      action: 'config:SelectResourceConfig',
      detail: 'The credentials may not do this.',
      hides: {count: 1, examples: ['reports']},
    },
  },
  {kind: 'tags', arn: 'arn:aws:rds:eu-central-1:111122223333:db:orders', tags: {team: 'shop'}},
  {
    kind: 'object',
    object: {
      type,
      id: 'orders',
      location,
      arn: 'arn:aws:rds:eu-central-1:111122223333:db:orders',
      name: 'orders',
      properties: {Engine: 'postgres', MasterUserPassword: Sensitive.of('battery staple')},
      tags: {},
      reader: 'config',
      capturedAt: '2026-03-01T12:00:00.000Z',
      createdAt: '2025-03-01T12:00:00.000Z',
      deleting: 'deleting',
    },
  },
]

test('every line that is written keeps to the published schema', async () => {
  const published = new URL('../../../schemas/snapshot-line.schema.json', import.meta.url)
  const validate = new Ajv2020().compile(JSON.parse(await readFile(published, 'utf8')) as object)
  const lines = await writtenLines()
  expect(lines).toHaveLength(events.length + 2)
  for (const line of lines) expect([line, validate(JSON.parse(line)), validate.errors]).toEqual([line, true, null])
  expect(validate({kind: 'object', object: {type}})).toBe(false)
  expect(validate({kind: 'alien'})).toBe(false)
})

async function writtenLines(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'trueup-test-'))
  try {
    const file = join(folder, 'live.jsonl')
    const origin = {createdAt: '2026-03-01T12:00:00Z', trueup: '0.1.0', locations: [location]}
    await writeSnapshot(stream(), file, origin)
    return (await readFile(file, 'utf8')).trimEnd().split('\n')
  } finally {
    await rm(folder, {recursive: true})
  }
}

async function* stream(): AsyncGenerator<LivePage> {
  yield events
}
