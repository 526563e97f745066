import {assert, bigInt, integer, property} from 'fast-check'
import {expect, test} from 'vitest'

import {Decimal} from '../../src/model/money.ts'
import {spread} from '../../src/spend/bill-totals/spread.ts'

function texts(amount: string, term: string): readonly (readonly [string, string])[] | undefined {
  return spread(new Decimal(amount), term)?.map((part) => [part.day, part.amount.toFixed()])
}

test('what is paid ahead is on the days that it pays for, by their hours', () => {
  expect(texts('48', '2026-10-31 12:00:00/2026-11-02 12:00:00')).toEqual([
    ['2026-10-31', '12'],
    ['2026-11-01', '24'],
    ['2026-11-02', '12'],
  ])
})

test('a term within a day, none, or an absurd one spreads nothing', () => {
  expect(texts('48', '2026-10-31 12:00:00/2026-10-31 13:00:00')).toBeUndefined()
  expect(texts('48', '2026-10-31 00:00:00/2026-11-01 00:00:00')).toBeUndefined()
  expect(texts('48', '')).toBeUndefined()
  expect(texts('48', '2026-10-31 12:00:00/2026-10-30 12:00:00')).toBeUndefined()
  expect(texts('48', '2026-10-31 12:00:00/9999-10-30 12:00:00')).toBeUndefined()
})

test('the parts are the whole, whatever the amount and the term', () => {
  const hours = integer({min: 25, max: 4000})
  const cents = bigInt({min: -(10n ** 14n), max: 10n ** 14n})
  assert(
    property(cents, hours, hours, (amount, from, length) => {
      const [start = '', end = ''] = [from, from + length].map((at) =>
        new Date(at * 3600_000).toISOString().slice(0, 19),
      )
      const whole = new Decimal(amount.toString()).div(1e9)
      const parts = spread(whole, `${start}/${end}`) ?? []
      expect(parts.reduce((sum, part) => sum.plus(part.amount), new Decimal(0)).toFixed()).toBe(whole.toFixed())
    }),
    {numRuns: 100},
  )
})
