import type {BillSpend} from '../model/bill-report.ts'
import type {SpendTable} from '../model/spend-table.ts'
import {showbackTable, totalsTable} from '../spend/tables/totals-table.ts'

export {writeParquet} from '../billing/copy-out.ts'
export {gpuTable} from '../spend/tables/gpu-table.ts'
export {unitTable} from '../spend/tables/unit-table.ts'
export {untaggedTable} from '../spend/tables/untagged-table.ts'

/** What a report writes as a table: the totals where some were asked for, else the rows of the answer. */
export function mainTable<Spend extends BillSpend>(spend: Spend, rowsOf: (spend: Spend) => SpendTable): SpendTable {
  return spend.totals ? totalsTable(spend, spend.totals) : rowsOf(spend)
}

/** Absent where it was not asked for. */
export function payersTable(spend: BillSpend, kind: 'showback' | 'chargeback'): SpendTable | undefined {
  return spend.showback && showbackTable(spend, spend.showback, kind)
}
