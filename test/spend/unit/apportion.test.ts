import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {Decimal} from '../../../src/model/money.ts'
import {apportion, roundedTogether} from '../../../src/spend/unit/apportion.ts'

const amount = fc.tuple(fc.bigInt({min: -(10n ** 15n), max: 10n ** 15n}), fc.nat(10)).map(([digits, places]) => {
  return new Decimal(digits.toString()).div(new Decimal(10).pow(places))
})
const weights = fc
  .array(
    fc.nat(1_000_000).map((weight) => new Decimal(weight)),
    {minLength: 1, maxLength: 12},
  )
  .filter((all) => all.some((weight) => !weight.isZero()))

function sum(parts: readonly Decimal[]): Decimal {
  return parts.reduce((total, part) => total.plus(part), new Decimal(0))
}

test('parts add up to the amount, and each is within one step of its share', () => {
  fc.assert(
    fc.property(amount, weights, (whole, by) => {
      const parts = apportion(whole, by, 12)
      const all = sum(by)
      expect(sum(parts).equals(whole)).toBe(true)
      const off = parts.map((part, at) => part.minus(whole.times(by[at] ?? 0).div(all)).abs())
      expect(off.every((difference) => difference.lessThanOrEqualTo('1e-12'))).toBe(true)
    }),
  )
})

test('who has no weight gets nothing', () => {
  const [first, second] = apportion(new Decimal('10'), [new Decimal(0), new Decimal(3)], 6)
  expect([first?.toFixed(), second?.toFixed()]).toEqual(['0', '10'])
})

test('rounded amounts add up to the rounded sum, and each is within one cent of its own', () => {
  fc.assert(
    fc.property(fc.array(amount, {minLength: 1, maxLength: 20}), (amounts) => {
      const rounded = roundedTogether(amounts, 2)
      expect(sum(rounded).equals(sum(amounts).toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN))).toBe(true)
      const off = rounded.map((part, at) => part.minus(amounts[at] ?? 0).abs())
      expect(off.every((difference) => difference.lessThanOrEqualTo('0.01'))).toBe(true)
    }),
  )
})
