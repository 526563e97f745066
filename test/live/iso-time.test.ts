import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {isoTime} from '../../src/live/iso-time.ts'

test.each([
  ['2026-03-02T08:15:30.000Z', '2026-03-02T08:15:30.000Z'],
  ['2026-03-02T08:15:30Z', '2026-03-02T08:15:30.000Z'],
  ['2026-03-02T09:15:30.5+01:00', '2026-03-02T08:15:30.500Z'],
  ['2026-01-31T23:59:59.999Z', '2026-01-31T23:59:59.999Z'],
  [1_772_439_330, '2026-03-02T08:15:30.000Z'],
  [new Date('2026-03-02T08:15:30Z'), '2026-03-02T08:15:30.000Z'],
])('%j is %s', (value, time) => {
  expect(isoTime(value)).toBe(time)
})

test.each(['', 'yesterday', '2026-13-02T08:15:30.000Z', '2026-03-02T25:15:30.000Z', null, undefined, {}])(
  '%j is no time',
  (value) => {
    expect(isoTime(value)).toBeUndefined()
  },
)

test('text is the time that a Date takes it for', () => {
  const text = fc
    .tuple(fc.constantFrom('1970', '2024', '2026'), two(14), two(33), two(26), two(62), two(62))
    .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}.250Z`)
  fc.assert(
    fc.property(text, (value) => {
      const date = new Date(value)
      expect(isoTime(value)).toBe(Number.isNaN(date.getTime()) ? undefined : date.toISOString())
    }),
    {numRuns: 1000},
  )
})

function two(max: number): fc.Arbitrary<string> {
  return fc.nat(max).map((number) => String(number).padStart(2, '0'))
}
