import type {JoinedObject} from '../../join/joined.ts'
import type {CostBasis, CostNote, CostUnknown, FindingCost} from '../../model/cost.ts'
import type {Finding} from '../../model/finding.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import {keysOf} from '../../model/path.ts'
import {pricedName, type PriceBook} from '../../model/price.ts'
import type {ValueRecord} from '../../model/value.ts'
import {knownCharges, sharesOf, type Share} from './changed-cost.ts'
import {nothing, type Charge, type Charges, type CostModel, type CostSetting} from './cost-model.ts'
import {NetCharges} from './net-charges.ts'
import {costlyDifferences, type Difference} from './object-findings.ts'
import {withValue} from './with-value.ts'

/** What a finding says of cost; empty where it changes nothing that is paid for. */
export type CostSaid = Pick<Finding, 'cost' | 'costUnknown'>

export interface ObjectPricing {
  readonly book: PriceBook
  readonly model: CostModel
  readonly setting: CostSetting
  /** The object as its resources declare it, for one that is missing. */
  readonly declared: (object: JoinedObject) => ValueRecord
}

/** Prices the findings about one object. The costs of its findings add up to what the object costs more than declared. Pure. */
export function costsOfObject(
  object: JoinedObject,
  findings: readonly Finding[],
  pricing: ObjectPricing,
): ReadonlyMap<Finding, CostSaid> {
  const whole = findings.find(({code}) => code === 'missing' || code === 'unmanaged')
  if (whole && pricing.model.changesOnly) return new Map()
  const live = object.live?.deleting === undefined ? object.live : undefined
  if (whole?.code === 'missing') return live ? new Map() : pricedWhole(whole, -1, pricing.declared(object), pricing)
  if (whole) return live ? pricedWhole(whole, 1, live.properties, pricing) : new Map()
  const changed = costlyDifferences(findings, pricing.model)
  return live && changed.length > 0 ? pricedChanges(changed, live.properties, pricing) : new Map()
}

function pricedWhole(
  finding: Finding,
  sign: 1 | -1,
  properties: ValueRecord,
  pricing: ObjectPricing,
): ReadonlyMap<Finding, CostSaid> {
  const charges = pricing.model.charges(properties, pricing.setting)
  const sides = sign === 1 ? [nothing, charges] : [charges, nothing]
  const net = knownCharges(charges)?.map(({thing, quantity}) => ({thing, quantity: quantity.times(sign)})) ?? []
  return new Map([[finding, said(net, sides, pricing)]])
}

function pricedChanges(
  findings: readonly Difference[],
  live: ValueRecord,
  pricing: ObjectPricing,
): ReadonlyMap<Finding, CostSaid> {
  const {model, setting} = pricing
  const chargesWith = (made: ReadonlySet<number>): Charges => {
    const properties = reverted(
      live,
      findings.filter((_, at) => !made.has(at)),
    )
    return properties ? model.charges(properties, setting) : {unknown: 'value', what: findings[0]?.path ?? ''}
  }
  const all = new Set(findings.keys())
  const sides = [chargesWith(new Set()), chargesWith(all)]
  const shares = sharesOf(findings.length, (made) => knownCharges(chargesWith(made)))
  // Each is asked, so that whoever looks up prices beforehand learns of all of them.
  if (shares?.map((share) => isPriced(share, pricing)).every(Boolean)) {
    const notes: readonly CostNote[] = findings.length > 1 ? ['shared'] : []
    return new Map(findings.map((finding, at) => [finding, said(shares[at] ?? [], sides, pricing, notes)]))
  }
  // What lies in between has no price: the first finding stands for all of them.
  const [before, after] = sides.map((side) => (side && knownCharges(side)) ?? [])
  const net = [...(after ?? []), ...(before ?? []).map(({thing, quantity}) => ({thing, quantity: quantity.neg()}))]
  const [first] = findings
  const notes: readonly CostNote[] = findings.length > 1 ? ['together'] : []
  return first ? new Map([[first, said(net, sides, pricing, notes)]]) : new Map()
}

function reverted(live: ValueRecord, findings: readonly Difference[]): ValueRecord | undefined {
  return findings.reduce<ValueRecord | undefined>(
    (properties, {path, before}) => properties && withValue(properties, keysOf(path), before),
    live,
  )
}

function isPriced(share: Share, {book, setting}: ObjectPricing): boolean {
  return 'lines' in new NetCharges(setting.location.region ?? '').add(share, 1).priced(book)
}

function said(
  net: readonly Charge[],
  sides: readonly Charges[],
  {book, setting}: ObjectPricing,
  more: readonly CostNote[] = [],
): CostSaid {
  const region = setting.location.region ?? ''
  for (const side of sides) {
    if ('unknown' in side) return {costUnknown: {reason: side.unknown, what: side.what, region}}
  }
  const priced = new NetCharges(region).add(net, 1).priced(book)
  if ('unpriced' in priced) {
    return {costUnknown: unpriced(priced.unpriced.map(pricedName), region)}
  }
  const parts = priced.lines.map(({part}) => part)
  const monthly = parts.reduce((sum, part) => sum.plus(part.monthly), new Decimal(0))
  const [first] = priced.lines
  if (!first || monthly.isZero()) return {}
  const notes = [...new Set([...sides.flatMap((side) => ('notes' in side ? (side.notes ?? []) : [])), ...more])]
  const basis: CostBasis = {
    method: sides.some((side) => 'measured' in side) ? 'usage' : 'list-price',
    parts,
    region,
    pricesAsOf: oldest(priced.lines.map(({price}) => price.asOf)),
    prices: priced.lines.every(({price}) => price.source === 'aws') ? 'aws' : 'embedded',
    ...(notes.length > 0 && {notes}),
  }
  return {cost: {monthly: decimalText(monthly), currency: first.price.currency, basis} satisfies FindingCost}
}

function unpriced(names: readonly string[], region: string): CostUnknown {
  return {reason: 'price', what: names.join(' and '), region}
}

function oldest(times: readonly string[]): string {
  return (times.toSorted()[0] ?? '').slice(0, 10)
}
