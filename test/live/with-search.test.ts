import {expect, test} from 'vitest'

import type {WantedType} from '../../src/live/reader.ts'
import type {Explorer} from '../../src/live/resource-explorer/explorer.ts'
import {withSearch} from '../../src/live/with-search.ts'
import type {LiveEvent, ReadScope} from '../../src/model/live.ts'
import {eventsOf} from './events-of.ts'
import {frankfurt, wanted} from './fake-session.ts'

const clusters = wanted('AWS::EMR::Cluster', ['j-1'])
const snapshots = wanted('AWS::EC2::Snapshot')

function scope({type}: WantedType, more: Partial<ReadScope> = {}): LiveEvent {
  return {kind: 'scope', scope: {type, location: frankfurt, reader: 'cloud-control', sees: '*', ...more}}
}

function gap({type}: WantedType, count: number): LiveEvent {
  const hides = {count, examples: []}
  return {kind: 'gap', gap: {reason: 'unsupported-type', type, location: frankfurt, detail: 'Cannot list.', hides}}
}

async function read(events: readonly LiveEvent[], answers: readonly LiveEvent[]) {
  const asked: string[] = []
  const explorer: Explorer = {
    async *search(_, types) {
      asked.push(...types.map(({type}) => type))
      if (answers.length > 0) yield answers
    },
  }
  const {signal} = new AbortController()
  const request = {location: frankfurt, types: [clusters, snapshots], signal}
  const given = (async function* () {
    yield events
  })()
  const found = await eventsOf(withSearch(given, request, explorer))
  return {asked, found}
}

const byIndex = {reader: 'resource-explorer', sees: []} as const

test('what was listed is not searched for', async () => {
  const events = [scope(clusters), scope(snapshots)]
  expect(await read(events, [])).toEqual({asked: [], found: events})
})

test('what an index finds is no longer a gap', async () => {
  const events = [scope(clusters, {declaredOnly: true}), gap(clusters, 0), gap(snapshots, 0)]
  const answers = [scope(clusters, byIndex), scope(snapshots, byIndex)]
  expect(await read(events, answers)).toEqual({
    asked: ['AWS::EMR::Cluster', 'AWS::EC2::Snapshot'],
    found: [...answers, scope(clusters, {declaredOnly: true})],
  })
})

test('what it does not stays one', async () => {
  const events = [scope(clusters, {declaredOnly: true}), gap(clusters, 0), gap(snapshots, 0)]
  const {found} = await read(events, [scope(snapshots, byIndex)])
  expect(found).toEqual([scope(snapshots, byIndex), scope(clusters, {declaredOnly: true}), gap(clusters, 0)])
})

test('a gap that hides what is declared is told at once, whatever an index knows', async () => {
  const {asked, found} = await read([gap(clusters, 1)], [])
  expect({asked, found}).toEqual({asked: [], found: [gap(clusters, 1)]})
})
