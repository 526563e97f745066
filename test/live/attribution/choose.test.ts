import {readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

import {changeOf, spanOf, type Window} from '../../../src/live/attribution/choose.ts'
import {trailEventIn} from '../../../src/live/attribution/trail-event.ts'
import type {Change} from '../../../src/model/change.ts'
import type {Finding} from '../../../src/model/finding.ts'

interface Case {
  readonly what: string
  readonly finding: Finding
  readonly window?: Window
  readonly events: readonly unknown[]
  readonly expected?: Change
}

const file = new URL('../../../fixtures/live/attribution/cases.json', import.meta.url)
const cases: readonly Case[] = JSON.parse(readFileSync(file, 'utf8'))

test.each(cases)('$what', ({finding, window, events, expected}) => {
  const understood = events.flatMap((record) => trailEventIn(JSON.stringify(record)) ?? [])
  const newestFirst = understood.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  expect(changeOf(finding, newestFirst, window)).toEqual(expected)
})

test('CloudTrail is asked for the span of the change where that is known, else for all that it keeps', () => {
  const now = new Date('2026-04-01T00:00:00Z')
  const window = {after: '2026-03-01T09:00:00Z', at: '2026-03-01T10:00:00Z'}
  expect(spanOf([window], now)).toEqual({from: new Date('2026-03-01T08:45:00Z'), to: new Date('2026-03-01T10:15:00Z')})
  expect(spanOf([window, undefined], now)).toEqual({from: new Date('2026-01-01T00:00:00Z'), to: now})
})
