import {globSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'

import {describe, expect, test} from 'vitest'

import {embeddedPrices} from '../../../src/catalog/prices/embedded.ts'
import {driftCostOf} from '../../../src/model/drift-cost.ts'
import {Decimal} from '../../../src/model/money.ts'
import {priceFindings} from '../../../src/spend/cost/price-findings.ts'
import {caseFinding, joinedObject, type CostCase} from './cases.ts'

const cases = globSync('fixtures/costs/*.json')
  .toSorted()
  .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')) as CostCase] as const)

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(5)
})

describe.each(cases)('%s', (_, {object, declared = {}, others = [], findings, usage, expected}) => {
  const isThere = findings.every(({code}) => code !== 'missing')
  const objects = [joinedObject(object, isThere), ...others.map((other) => joinedObject(other))]
  const measured = usage && {invocations: new Decimal(usage.invocations), duration: new Decimal(usage.duration)}
  const priced = priceFindings(
    findings.map((finding) => caseFinding(object, finding)),
    objects,
    {book: embeddedPrices, declared: () => declared, usage: () => measured},
  )

  test('costs what it says', () => {
    expect(
      priced.map(({cost, costUnknown}) => ({...(cost && {cost}), ...(costUnknown && {costUnknown})})),
    ).toMatchObject(expected)
    for (const [at, {cost, costUnknown}] of priced.entries()) {
      if (Object.keys(expected[at] as object).length === 0) expect({cost, costUnknown}).toEqual({})
    }
  })

  test('the parts add up to the cost, and the costs to the total', () => {
    let total = new Decimal(0)
    for (const {cost} of priced) {
      if (!cost) continue
      const parts = cost.basis.parts.reduce((sum, {monthly}) => sum.plus(monthly), new Decimal(0))
      expect(parts.toFixed()).toBe(cost.monthly)
      total = total.plus(cost.monthly)
    }
    expect(driftCostOf(priced)?.totals[0]?.monthly ?? '0').toBe(total.toFixed())
  })
})
