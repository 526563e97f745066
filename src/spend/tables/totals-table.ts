import type {BillSpend} from '../../model/bill-report.ts'
import type {SpendCells, SpendColumn, SpendTable} from '../../model/spend-table.ts'
import type {Showback, SpendTotals} from '../../model/spend-totals.ts'

/** What every row of a table says, so that it can stand alone. */
export const commonColumns: readonly SpendColumn[] = [
  {name: 'currency', type: 'text'},
  {name: 'basis', type: 'text'},
  {name: 'start', type: 'text'},
  {name: 'end', type: 'text'},
]

export function commonCells({currency, basis, period}: BillSpend): SpendCells {
  return [currency, basis, period?.start, period?.end]
}

/** One row a total, tables by several things below each other: `by` says which; each of them sums to the bill. */
export function totalsTable(spend: BillSpend, totals: readonly SpendTotals[]): SpendTable {
  const names = [...new Set(totals.flatMap(({by}) => by))]
  return {
    columns: [
      {name: 'by', type: 'text'},
      ...names.map((name) => ({name, type: 'text'}) as const),
      {name: 'amount', type: 'amount'},
      {name: 'rounded', type: 'amount'},
      {name: 'accelerators', type: 'amount'},
      {name: 'accelerator_hours', type: 'amount'},
      {name: 'untagged', type: 'amount'},
      {name: 'unblended', type: 'amount'},
      {name: 'lines', type: 'count'},
      ...commonColumns,
    ],
    rows: totals.flatMap(({by, rows}) =>
      rows.map(({values, amount, rounded, accelerators, acceleratorHours, untagged, unblended, lines}) => [
        by.join(','),
        ...names.map((name) => (by.includes(name) ? (values[by.indexOf(name)] ?? '') : undefined)),
        amount,
        rounded,
        accelerators,
        acceleratorHours,
        untagged,
        unblended,
        String(lines),
        ...commonCells(spend),
      ]),
    ),
  }
}

/** `showback`: exact amounts, shares and changes. `chargeback`: what to charge, by cost and by invoice, rounded to sum to them. */
export function showbackTable(spend: BillSpend, {by, rows}: Showback, kind: 'showback' | 'chargeback'): SpendTable {
  const own: readonly SpendColumn[] =
    kind === 'showback'
      ? [
          {name: 'direct', type: 'amount'},
          {name: 'shared', type: 'amount'},
          {name: 'amount', type: 'amount'},
          {name: 'share', type: 'amount'},
          {name: 'change', type: 'amount'},
        ]
      : [
          {name: 'amount', type: 'amount'},
          {name: 'rounded', type: 'amount'},
          {name: 'invoiced', type: 'amount'},
          {name: 'invoiced_rounded', type: 'amount'},
        ]
  return {
    columns: [
      {name: 'month', type: 'text'},
      ...by.map((name) => ({name, type: 'text'}) as const),
      {name: 'kind', type: 'text'},
      ...own,
      ...commonColumns,
    ],
    rows: rows.map((row) => [
      row.month,
      ...by.map((_, at) => row.values[at] ?? ''),
      row.kind,
      ...(kind === 'showback'
        ? [row.direct, row.shared, row.amount, row.share, row.change]
        : [row.amount, row.rounded, row.invoiced, row.invoicedRounded]),
      ...commonCells(spend),
    ]),
  }
}
