/** How a bill writes its lines; told by its columns, never by its name. `cur` is the legacy Cost and Usage Report; `cost-explorer` has none. */
export type BillFormat = 'cur' | 'cur-2' | 'focus' | 'cost-explorer'

/**
 * What a line is taken to cost. `unblended`: as invoiced, in the month of the invoice. `amortised`: fees of commitments spread over the
 * usage that they cover. `net-amortised`: the same after private discounts.
 */
export const costBases = ['net-amortised', 'amortised', 'unblended'] as const
export type CostBasis = (typeof costBases)[number]

/** One column of a file: the name as its header or schema spells it, DuckDB's type, and how SQL names it. */
export interface SourceColumn {
  readonly name: string
  readonly type: string
  readonly sql: string
}

/** A figure that cannot be computed from what a bill holds, and the columns that would allow it. Never reported as zero. */
export interface NotComputable {
  readonly figure: string
  /** As the format that lacks them spells them. */
  readonly needs: readonly string[]
  /** How many files lack them, and a few of their names. */
  readonly files: {readonly count: number; readonly examples: readonly string[]}
}

/** Files of one bill that were read together. */
export interface BillInput {
  readonly format: BillFormat
  readonly files: {readonly count: number; readonly examples: readonly string[]}
  readonly lines: number
}

/** What was paid for asking AWS about a bill. */
export interface PaidFor {
  readonly service: 'athena' | 'cost-explorer'
  /** Queries, or requests. */
  readonly requests: number
  /** That Athena scanned. */
  readonly bytes?: number
  /** At the list price of most regions; exact decimal. */
  readonly usd: string
  /** When the oldest answer was given that was kept from an earlier run: ISO 8601. */
  readonly oldest?: string
}
