import type {PriceSource, PriceUnit} from './price.ts'

/** What a finding costs a month: more than what Terraform declares, or, negative, less. At list prices; no discount is in it. */
export interface FindingCost {
  /** Exact decimal, signed; never zero. */
  readonly monthly: string
  readonly currency: string
  readonly basis: CostBasis
}

/** How an amount was reached: the parts add up to it exactly. */
export interface CostBasis {
  /** `list-price`: on-demand list prices, 730 hours a month. `usage`: list prices times what CloudWatch counted. */
  readonly method: 'list-price' | 'usage'
  readonly parts: readonly CostPart[]
  readonly region: string
  /** The day of the oldest list price in it, `2026-07-20`. */
  readonly pricesAsOf: string
  /** `aws` where all of them are the API's. */
  readonly prices: PriceSource
  readonly notes?: readonly CostNote[]
}

/** Something that is paid for more (or, negative, less) than declared. */
export interface CostPart {
  /** `m5.large, Linux` */
  readonly what: string
  /** Exact decimal, signed: how many units are used at once; of usage, how many a month. */
  readonly quantity: string
  readonly unit: PriceUnit
  readonly unitPrice: string
  /** Exact decimal, signed. */
  readonly monthly: string
}

/**
 * Why an amount is not quite what is paid. `spot`: bought as Spot, so it is an upper bound. `if-running`: only while it runs, which a
 * missing object does not tell. `once-replaced`: from when the machines are replaced that run with the former setting. `shared`: several
 * properties of the object changed together, and this is the share of one of them. `together`: it is the amount for all properties of the
 * object that changed. `requests-extra`: each request costs on top, which nobody counts.
 * `same-duration`: the duration that was measured is taken for both sides.
 */
export type CostNote =
  | 'spot'
  | 'if-running'
  | 'once-replaced'
  | 'shared'
  | 'together'
  | 'requests-extra'
  | 'same-duration'

/** Why a finding that surely changes the bill has no amount: never zero, never a guess. */
export interface CostUnknown {
  /** `price`: no list price is known. `value`: a value is not known that it depends on. `usage`: it depends on use that nobody measured. */
  readonly reason: 'price' | 'value' | 'usage'
  /** What it is that has no price or value: `db.r5.large, PostgreSQL, Multi-AZ`. */
  readonly what: string
  readonly region: string
}
