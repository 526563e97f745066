import type {SourceColumn} from '../../model/bill.ts'
import {type Dialect, duckDb} from './dialect.ts'
import type {Projection} from './charge-line.ts'
import {projectCur} from './project-cur.ts'
import {projectFocus} from './project-focus.ts'
import {SourceColumns} from './source-columns.ts'

/** Why columns are no bill that can be read. `focus-preview`: a FOCUS older than 1.0. */
export type NoBill = 'focus-preview' | 'not-a-bill'

/** The projection of a file onto charge lines, from its columns alone. */
export function projectionOf(sourceColumns: readonly SourceColumn[], dialect: Dialect = duckDb): Projection | NoBill {
  const columns = new SourceColumns(sourceColumns, dialect)
  if (isCur(columns)) return projectCur(columns)
  if (columns.focus('BilledCost', 'EffectiveCost') === undefined) return 'not-a-bill'
  if (columns.focus('ChargeCategory') !== undefined) return projectFocus(columns)
  return columns.focus('ChargeType') === undefined ? 'not-a-bill' : 'focus-preview'
}

function isCur(columns: SourceColumns): boolean {
  return [
    'line_item_unblended_cost',
    'line_item_net_unblended_cost',
    'line_item_line_item_type',
    'line_item_usage_type',
  ].some((name) => columns.cur(name) !== undefined)
}
