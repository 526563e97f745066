import {mkdtemp, open, rename, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {inspectPart, partEvents} from '../../../src/live/kept/part.ts'
import {PartWriter} from '../../../src/live/kept/part-writer.ts'
import {PageTexts} from '../../../src/live/packed-pages.ts'
import type {LiveEvent} from '../../../src/model/live.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-part-'))
})
afterEach(async () => rm(folder, {recursive: true}))

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const gap: LiveEvent = {
  kind: 'gap',
  gap: {
    reason: 'unsupported-type',
    type: 'AWS::EMR::Cluster',
    location,
    detail: 'No.',
    hides: {count: 0, examples: []},
  },
}

async function write(name: string, events: readonly LiveEvent[]): Promise<string> {
  const file = join(folder, name)
  const options = {askedAt: '2026-05-01T12:00:00Z', texts: new PageTexts('salt'), secrets: new Map()}
  const writer = await PartWriter.open(`${file}.part`, options)
  await writer?.add(events)
  await writer?.finish(file)
  return file
}

test.each([
  ['gives it a name', async (file: string) => rename(file, `${file}.named`)],
  ['takes it away', async (file: string) => rm(file)],
  ['writes another in its place', async (file: string) => rename(await write('other', []), file)],
  ['overwrites its name', async (file: string) => rm(file).then(async () => writeFile(file, 'nothing of ours\n'))],
])('a part that was looked through can be read though another run %s', async (_, meddle) => {
  const file = await write('mine', [gap])
  await using handle = await open(file)
  const found = await inspectPart(handle)
  await meddle(file)
  expect(found).toMatchObject({ended: true, torn: false, settled: new Set(['AWS::EMR::Cluster'])})
  expect(await Array.fromAsync(partEvents(handle))).toEqual([[gap]])
})
