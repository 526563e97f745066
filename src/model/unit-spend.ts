import type {BillSpend} from './bill-report.ts'

/** How shared cost is split: by units used, in equal parts, or by the weights that the customers' table gives. */
export const sharedSplits = ['proportional', 'even', 'fixed'] as const
export type SharedSplit = (typeof sharedSplits)[number]

/**
 * `trueup spend unit`: what each customer costs, directly and as a share of what all of them use. Rows and `unallocated` sum to `total`
 * exactly; their `rounded` amounts, two places each, sum to the rounded total.
 */
export interface UnitSpend extends BillSpend {
  /** What tells whose a charge is: `tag:customer`, `account`. */
  readonly by: string
  readonly split: SharedSplit
  readonly direct: string
  readonly shared: string
  readonly unallocatedAmount: string
  readonly rows: readonly UnitRow[]
  readonly unallocated: readonly UnallocatedRow[]
}

export interface UnitRow {
  readonly customer: string
  /** `2026-10`, where usage is told by month. */
  readonly month?: string
  /** Absent where the usage table does not name the customer (in this month). */
  readonly units?: string
  readonly direct: string
  readonly shared: string
  readonly amount: string
  readonly rounded: string
  /** Rounded to 10 places; absent without units. */
  readonly perUnit?: string
  /** `usage-without-cost`: nothing in the bill is the customer's own. `cost-without-usage`: the usage table does not name the customer. */
  readonly notes?: readonly ('usage-without-cost' | 'cost-without-usage')[]
}

/**
 * Charges that are nobody's. `no-value`: the line has no such tag; `not-a-customer`: a value that the customers' table does not know;
 * `not-usage`: taxes, support, credits and the like, by bucket; `no-usage`: shared cost of a month for which nobody has usage.
 */
export interface UnallocatedRow {
  readonly reason: 'no-value' | 'not-a-customer' | 'not-usage' | 'no-usage'
  readonly month?: string
  /** The value that is no customer's, or the bucket. */
  readonly name?: string
  readonly amount: string
  readonly rounded: string
  readonly lines: number
}
