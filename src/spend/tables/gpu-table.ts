import type {BillSpend, GpuSpend} from '../../model/bill-report.ts'
import type {SpendCells, SpendTable} from '../../model/spend-table.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import {commonCells, commonColumns} from './totals-table.ts'

/** Machines row by row, and what is left of each bucket in one row of its own: `amount` sums to the bill. */
export function gpuTable(spend: GpuSpend): SpendTable {
  return {
    columns: [
      {name: 'bucket', type: 'text'},
      {name: 'account', type: 'text'},
      {name: 'region', type: 'text'},
      {name: 'product', type: 'text'},
      {name: 'role', type: 'text'},
      {name: 'instance_type', type: 'text'},
      {name: 'purchase', type: 'text'},
      {name: 'class', type: 'text'},
      {name: 'model', type: 'text'},
      {name: 'amount', type: 'amount'},
      {name: 'machine_hours', type: 'amount'},
      {name: 'accelerator_hours', type: 'amount'},
      {name: 'price_per_accelerator_hour', type: 'amount'},
      {name: 'lines', type: 'count'},
      ...commonColumns,
    ],
    rows: [
      ...spend.rows.map((row): SpendCells => [
        row.bucket,
        row.account,
        row.region,
        row.product,
        row.role,
        row.instanceType,
        row.purchase,
        row.class,
        row.model,
        row.amount,
        row.machineHours,
        row.acceleratorHours,
        row.pricePerAcceleratorHour,
        String(row.lines),
        ...commonCells(spend),
      ]),
      ...restOf(spend, spend.rows).map(({name, amount, lines}): SpendCells => [
        name,
        ...Array.from({length: 8}, () => undefined),
        amount,
        ...Array.from({length: 3}, () => undefined),
        String(lines),
        ...commonCells(spend),
      ]),
    ],
  }
}

/** What of each bucket no row says. */
export function restOf(
  {buckets}: BillSpend,
  rows: readonly {readonly bucket: string; readonly amount: string; readonly lines: number}[],
): BillSpend['buckets'] {
  const byBucket = Map.groupBy(rows, ({bucket}) => bucket)
  return buckets.flatMap(({name, amount, lines}) => {
    const own = byBucket.get(name) ?? []
    const rest = own.reduce((left, row) => left.minus(row.amount), new Decimal(amount))
    const left = own.reduce((count, row) => count - row.lines, lines)
    return rest.isZero() && left === 0 ? [] : [{name, amount: decimalText(rest), lines: left}]
  })
}
