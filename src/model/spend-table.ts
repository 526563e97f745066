/** Rows of a spend report as a table for spreadsheets and other programs: its column `amount` sums to the bill. */
export interface SpendTable {
  readonly columns: readonly SpendColumn[]
  readonly rows: Iterable<SpendCells>
}

/** `amount`: an exact decimal of at most 24 places; `count`: a whole number. */
export interface SpendColumn {
  readonly name: string
  readonly type: 'text' | 'amount' | 'count'
}

/** One a column; undefined where there is nothing to say. */
export type SpendCells = readonly (string | undefined)[]
