import {assert, constantFrom, integer, property, record} from 'fast-check'
import {expect, test} from 'vitest'

import {embeddedPrices} from '../../../src/catalog/prices/embedded.ts'
import {Decimal} from '../../../src/model/money.ts'
import type {ValueRecord} from '../../../src/model/value.ts'
import {priceFindings} from '../../../src/spend/cost/price-findings.ts'
import {caseFinding, joinedObject} from './cases.ts'

const volumes = record({
  VolumeType: constantFrom('gp2', 'gp3', 'io1', 'io2', 'st1'),
  Size: integer({min: 1, max: 65_536}),
  Iops: integer({min: 100, max: 256_000}),
  Throughput: integer({min: 0, max: 2000}),
})

/** What the findings cost when a volume that was declared one way is another way. */
function costs(before: ValueRecord, after: ValueRecord): ReadonlyMap<string, Decimal> {
  const object = {type: 'AWS::EC2::Volume', id: 'vol-0a1', properties: after}
  const findings = Object.keys(after)
    .filter((path) => before[path] !== after[path])
    .map((path) => caseFinding(object, {code: 'drifted', path, before: before[path]!, after: after[path]!}))
  const priced = priceFindings(findings, [joinedObject(object)], {book: embeddedPrices, declared: () => ({})})
  return new Map(
    priced.map((finding) => ['path' in finding ? finding.path : '', new Decimal(finding.cost?.monthly ?? 0)]),
  )
}

function sum(amounts: ReadonlyMap<string, Decimal>): string {
  return [...amounts.values()].reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed()
}

/** The whole volume, as if nobody had declared it. */
function whole(properties: ValueRecord): Decimal {
  const object = {type: 'AWS::EC2::Volume', id: 'vol-0a1', properties}
  const [finding] = priceFindings([caseFinding(object, {code: 'unmanaged'})], [joinedObject(object)], {
    book: embeddedPrices,
    declared: () => ({}),
  })
  return new Decimal(finding?.cost?.monthly ?? 0)
}

test("before and after in each other's place turn the sign of every finding", () => {
  assert(
    property(volumes, volumes, (before, after) => {
      const [forth, back] = [costs(before, after), costs(after, before)]
      for (const [path, amount] of forth) expect(back.get(path)?.neg().toFixed()).toBe(amount.toFixed())
    }),
  )
})

test('the findings of an object add up to what it costs more than declared', () => {
  assert(
    property(volumes, volumes, (before, after) => {
      expect(sum(costs(before, after))).toBe(whole(after).minus(whole(before)).toFixed())
    }),
  )
})

test('what did not change costs nothing', () => {
  assert(
    property(volumes, (volume) => {
      expect(costs(volume, volume).size).toBe(0)
    }),
  )
})
