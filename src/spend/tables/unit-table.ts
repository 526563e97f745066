import type {SpendCells, SpendTable} from '../../model/spend-table.ts'
import type {UnitSpend} from '../../model/unit-spend.ts'

/**
 * A row a customer (and month), then what is unallocated. `amount` is exact; the `rounded` column adds up to the rounded total, so that it
 * can be charged.
 */
export function unitTable(spend: UnitSpend): SpendTable {
  const {currency, basis, period, rows, unallocated} = spend
  const span = [period?.start, period?.end]
  return {
    columns: [
      {name: 'start', type: 'text'},
      {name: 'end', type: 'text'},
      {name: 'month', type: 'text'},
      {name: 'customer', type: 'text'},
      {name: 'direct', type: 'amount'},
      {name: 'shared', type: 'amount'},
      {name: 'amount', type: 'amount'},
      {name: 'rounded', type: 'amount'},
      {name: 'currency', type: 'text'},
      {name: 'basis', type: 'text'},
      {name: 'units', type: 'amount'},
      {name: 'per_unit', type: 'amount'},
      {name: 'note', type: 'text'},
    ],
    rows: [
      ...rows.map((row): SpendCells => [
        ...span,
        row.month,
        row.customer,
        row.direct,
        row.shared,
        row.amount,
        row.rounded,
        currency,
        basis,
        row.units,
        row.perUnit,
        row.notes?.join(' '),
      ]),
      ...unallocated.map(({month, reason, name, amount, rounded}): SpendCells => [
        ...span,
        month,
        undefined,
        undefined,
        undefined,
        amount,
        rounded,
        currency,
        basis,
        undefined,
        undefined,
        `unallocated: ${reason}${name === undefined ? '' : ` ${name}`}`,
      ]),
    ],
  }
}
