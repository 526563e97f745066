import {stringify} from 'csv-stringify/sync'

import type {UnitSpend} from '../../model/unit-spend.ts'
import {harmless} from '../harmless.ts'

/**
 * The showback table: a row a customer (and month), then what is unallocated. `amount` is exact; the `rounded` column adds up to the rounded
 * total, so that it can be charged.
 */
export function* renderUnitCsv(spend: UnitSpend): Generator<string> {
  const {currency = '', basis, period, rows, unallocated} = spend
  const span = [period?.start ?? '', period?.end ?? '']
  yield line([
    'start',
    'end',
    'month',
    'customer',
    'direct',
    'shared',
    'amount',
    'rounded',
    'currency',
    'basis',
    'units',
    'per_unit',
    'note',
  ])
  for (const {month = '', customer, direct, shared, amount, rounded, units = '', perUnit = '', notes = []} of rows) {
    yield line([
      ...span,
      month,
      customer,
      direct,
      shared,
      amount,
      rounded,
      currency,
      basis,
      units,
      perUnit,
      notes.join(' '),
    ])
  }
  for (const {month = '', reason, name = '', amount, rounded} of unallocated) {
    const note = `unallocated: ${reason}${name === '' ? '' : ` ${name}`}`
    yield line([...span, month, '', '', '', amount, rounded, currency, basis, '', '', note])
  }
}

const numeric = /^-?\d+(?:\.\d+)?$/

/** A negative amount is a number, not a formula. */
function line(cells: readonly string[]): string {
  const safe = cells.map((cell) => (numeric.test(cell) ? cell : escaped(harmless(cell))))
  return stringify([safe], {record_delimiter: '\r\n'})
}

/** As `escape_formulas` of csv-stringify does it, which takes a minus for the begin of a formula. */
function escaped(cell: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell
}
