import {stringify} from 'csv-stringify/sync'

import type {SpendCells, SpendTable} from '../../model/spend-table.ts'
import {harmless} from '../harmless.ts'

/** A table as RFC 4180, with a header; no text is one that a spreadsheet would take for a formula. */
export function* renderTableCsv({columns, rows}: SpendTable): Generator<string> {
  yield line(columns.map(({name}) => name))
  for (const row of rows) yield line(row)
}

const numeric = /^-?\d+(?:\.\d+)?$/

/** A negative amount is a number, not a formula. */
function line(cells: SpendCells): string {
  const safe = cells.map((cell = '') => (numeric.test(cell) ? cell : escaped(harmless(cell))))
  return stringify([safe], {record_delimiter: '\r\n'})
}

/** As `escape_formulas` of csv-stringify does it, which takes a minus for the begin of a formula. */
function escaped(cell: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell
}
