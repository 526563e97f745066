/** By what a bill can be summed: `--by`. `tag:KEY` is a tag of the line; a team is a tag that names one, or what Terraform and AWS say. */
export const totalNames = ['day', 'month', 'account', 'region', 'product', 'bucket', 'model', 'team', 'cause'] as const
export type TotalBy = (typeof totalNames)[number] | `tag:${string}`

/** All of a bill, told apart by one thing or by several together: the rows sum to the bill's `total`, to the last digit. */
export interface SpendTotals {
  readonly by: readonly TotalBy[]
  readonly rows: readonly TotalRow[]
}

export interface TotalRow {
  /** One a name of `by`; empty where the line has none: nothing tagged, no accelerator, no date. */
  readonly values: readonly string[]
  readonly amount: string
  /** As many places as the currency has; these sum to the rounded total (largest remainder). */
  readonly rounded: string
  /** Of it, what is for accelerators, idle ones included. */
  readonly accelerators: string
  readonly acceleratorHours: string
  /** Of it, accelerators that lack a required tag; told by `spend untagged` alone. */
  readonly untagged?: string
  /** As invoiced; absent where the bill does not say. */
  readonly unblended?: string
  readonly lines: number
}

/**
 * Who has to pay for what, month by month: what is theirs, their share of what is nobody's use (taxes, support, unused commitment,
 * discounts), in proportion to what is theirs, and what is left. All rows sum to `total`, exactly; `rounded` to the rounded total.
 */
export interface Showback {
  readonly by: readonly TotalBy[]
  readonly rows: readonly ShowbackRow[]
}

export interface ShowbackRow {
  /** `2026-10`; empty where lines have no date. */
  readonly month: string
  /** Empty texts where nobody can be told: what is unallocated. */
  readonly values: readonly string[]
  readonly kind: 'allocated' | 'unallocated' | 'shared-without-anyone'
  readonly direct: string
  readonly shared: string
  readonly amount: string
  readonly rounded: string
  /** Of the month, of 1, rounded to 6 places; absent where the month sums to nothing. */
  readonly share?: string
  /** Against the month before, where the bill has it. */
  readonly change?: string
  /** The same by what was invoiced (unblended), and rounded so that it sums to the invoice; absent where the bill does not say. */
  readonly invoiced?: string
  readonly invoicedRounded?: string
}
