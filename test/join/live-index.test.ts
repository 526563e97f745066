import {expect, test} from 'vitest'

import {LiveIndex} from '../../src/join/live-index.ts'
import {ReaderTally} from '../../src/join/reader-shares.ts'
import type {LiveEvent, ReaderName} from '../../src/model/live.ts'

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const type = 'AWS::SQS::Queue'

function queue(id: string, reader: ReaderName, capturedAt = '2026-03-01T00:00:00.000Z'): LiveEvent {
  return {kind: 'object', object: {type, id, location, properties: {by: reader}, reader, capturedAt}}
}

function scope(reader: ReaderName, because?: string): LiveEvent {
  return {kind: 'scope', scope: {type, location, reader, sees: '*', ...(because === undefined ? {} : {because})}}
}

function indexOf(events: readonly LiveEvent[]): LiveIndex {
  const index = new LiveIndex()
  for (const event of events) index.add(event)
  return index
}

test('an object that two readers gave is there once, as the one that read to the end has it', () => {
  const index = indexOf([queue('jobs', 'config'), queue('jobs', 'cloud-control'), scope('cloud-control')])
  expect(index.find(type, 'jobs', location)).toMatchObject([{properties: {by: 'cloud-control'}}])
  expect(index.count).toBe(1)
})

test('what a reader named before it gave up is no answer where another one read to the end', () => {
  const index = indexOf([queue('gone', 'config'), queue('jobs', 'service'), scope('service')])
  expect(index.find(type, 'gone', location)).toEqual([])
  expect([...index.objects()].map(({id}) => id)).toEqual(['jobs'])
})

test('what a search for the unmanaged found does not stand in for what was read', () => {
  const index = indexOf([queue('jobs', 'cloud-control'), queue('jobs', 'resource-explorer'), scope('cloud-control')])
  expect(index.find(type, 'jobs', location)).toMatchObject([{properties: {by: 'cloud-control'}}])
})

test('who gave how much, how old it is, and why it was them', () => {
  const index = indexOf([
    queue('a', 'config', '2026-02-01T00:00:00.000Z'),
    queue('b', 'config'),
    scope('config', 'AWS Config records it continuously'),
    {kind: 'tags', arn: 'arn:aws:sqs:eu-central-1:111122223333:a', tags: {}},
  ])
  const tally = new ReaderTally()
  tally.add(index)
  expect(tally.shares()).toEqual([
    {
      reader: 'config',
      objects: 2,
      types: 1,
      oldest: '2026-02-01T00:00:00.000Z',
      newest: '2026-03-01T00:00:00.000Z',
      reasons: [
        {
          because: 'AWS Config records it continuously',
          count: 1,
          examples: ['AWS::SQS::Queue in 111122223333 eu-central-1'],
        },
      ],
    },
    {reader: 'tagging', objects: 1, types: 0, reasons: []},
  ])
})

test('nothing is missing because an index does not name it', () => {
  expect(indexOf([scope('resource-explorer')]).scope(type, location)).toBeUndefined()
  const both = indexOf([scope('resource-explorer'), scope('cloud-control')])
  expect(both.scope(type, location)?.reader).toBe('cloud-control')
  expect(both.scope(type, location, 'resource-explorer')?.reader).toBe('resource-explorer')
})
