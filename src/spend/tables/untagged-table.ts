import type {UntaggedSpend} from '../../model/bill-report.ts'
import type {SpendCells, SpendTable} from '../../model/spend-table.ts'
import {restOf} from './gpu-table.ts'
import {commonCells, commonColumns} from './totals-table.ts'

/** What lacks tags row by row, then the other buckets in one row each: `amount` sums to the bill. */
export function untaggedTable(spend: UntaggedSpend): SpendTable {
  const rows = spend.rows.map((row) => ({...row, bucket: 'untagged'}))
  return {
    columns: [
      {name: 'bucket', type: 'text'},
      {name: 'resource', type: 'text'},
      {name: 'account', type: 'text'},
      {name: 'region', type: 'text'},
      {name: 'product', type: 'text'},
      {name: 'instance_type', type: 'text'},
      {name: 'model', type: 'text'},
      {name: 'amount', type: 'amount'},
      {name: 'accelerator_hours', type: 'amount'},
      {name: 'missing_keys', type: 'text'},
      {name: 'causes', type: 'text'},
      {name: 'first_seen', type: 'text'},
      {name: 'last_seen', type: 'text'},
      {name: 'address', type: 'text'},
      {name: 'file', type: 'text'},
      {name: 'line', type: 'count'},
      {name: 'team', type: 'text'},
      {name: 'owner', type: 'text'},
      {name: 'lines', type: 'count'},
      ...commonColumns,
    ],
    rows: [
      ...rows.map((row): SpendCells => [
        row.bucket,
        row.resource,
        row.account,
        row.region,
        row.product,
        row.instanceType,
        row.model,
        row.amount,
        row.acceleratorHours,
        row.missing.map(({key}) => key).join(', '),
        row.missing.map(({cause}) => cause).join(', '),
        row.firstSeen,
        row.lastSeen,
        row.address ?? row.owner?.address,
        (row.source ?? row.owner?.source)?.file,
        (row.source ?? row.owner?.source)?.line?.toString(),
        row.team,
        row.owner && `${row.owner.kind} ${row.owner.name}`,
        String(row.lines),
        ...commonCells(spend),
      ]),
      ...restOf(spend, rows).map(({name, amount, lines}): SpendCells => [
        name,
        ...Array.from({length: 6}, () => undefined),
        amount,
        ...Array.from({length: 10}, () => undefined),
        String(lines),
        ...commonCells(spend),
      ]),
    ],
  }
}
