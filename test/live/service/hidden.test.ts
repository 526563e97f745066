import {expect, test} from 'vitest'

import {frankfurt} from '../fake-session.ts'
import {objectsIn, readRecorded, type Recording} from './replay.ts'

const raw = {Name: 'raw', CatalogId: frankfurt.account}
const table = (Name: string) => ({Name, DatabaseName: 'raw', CatalogId: frankfurt.account})
const idOf = (name: string) => `${frankfurt.account}|raw|${name}`

const lists: Recording = {
  GetDatabases: [{answer: {DatabaseList: [raw]}}],
  GetTables: [{answer: {TableList: [table('granted')]}}],
}

async function read(recording: Recording, declared: readonly string[]) {
  const wanted = {type: 'AWS::Glue::Table', declaredIds: declared.map(idOf), unmanaged: true}
  return readRecorded(recording, frankfurt, [wanted])
}

test('what a list hides is asked for by name: there, gone, or not to be known', async () => {
  const GetTable = [
    {for: {Name: 'shared'}, answer: {Table: table('shared')}},
    {for: {Name: 'dropped'}, error: 'EntityNotFoundException'},
    {for: {Name: 'secret'}, error: 'AccessDeniedException'},
  ]
  const events = await read({...lists, GetTable}, ['granted', 'shared', 'dropped', 'secret'])
  expect(objectsIn(events).map(({id}) => id)).toEqual([idOf('granted'), idOf('shared')])
  const scope = events.find((event) => event.kind === 'scope')?.scope
  expect(scope?.unread).toEqual([idOf('secret')])
  expect(events.filter(({kind}) => kind === 'gap')).toMatchObject([
    {gap: {reason: 'denied', action: 'glue:GetTable', hides: {count: 1, examples: [idOf('secret')]}}},
  ])
})

test('nothing is asked for twice', async () => {
  const events = await read(lists, ['granted'])
  expect(events.map(({kind}) => kind)).toEqual(['object', 'scope'])
})
