import {expect, test} from 'vitest'

import {lookedAtNow} from '../../src/live/looked-at.ts'
import type {LiveObject, LivePage} from '../../src/model/live.ts'
import {frankfurt} from './fake-session.ts'

function bucket(id: string): LiveObject {
  return {type: 'AWS::S3::Bucket', id, location: frankfurt, properties: {}, reader: 'service'}
}

async function* pages(): AsyncGenerator<LivePage> {
  yield [{kind: 'object', object: bucket('early')}]
  yield [
    {kind: 'object', object: bucket('late')},
    {kind: 'tagging-scope', location: frankfurt},
  ]
}

test('each page is as old as its answer', async () => {
  const times = ['2026-05-01T12:00:00.000Z', '2026-05-01T13:00:00.000Z']
  const clock = (): Date => new Date(times.shift() ?? NaN)
  expect(await Array.fromAsync(lookedAtNow(pages(), clock))).toEqual([
    [{kind: 'object', object: {...bucket('early'), capturedAt: '2026-05-01T12:00:00.000Z'}}],
    [
      {kind: 'object', object: {...bucket('late'), capturedAt: '2026-05-01T13:00:00.000Z'}},
      {kind: 'tagging-scope', location: frankfurt},
    ],
  ])
})

test('nobody knows when without a clock', async () => {
  const [[event] = []] = await Array.fromAsync(lookedAtNow(pages(), undefined))
  expect(event).toEqual({kind: 'object', object: bucket('early')})
})
