import {type Projection, projectedSelect} from '../../spend/charges/charge-line.ts'
import {quoteText} from '../../spend/charges/sql.ts'
import type {AthenaPlace} from './place.ts'

/** A query over `lines`, as one statement over the table: Athena keeps nothing between statements. */
export function statement(
  {catalog, database, table}: AthenaPlace,
  projection: Projection,
  select: string,
  partitions: string | undefined,
): string {
  const from = [catalog, database, table].map(quoteName).join('.')
  const where = partitions === undefined ? '' : ` WHERE ${partitions}`
  return `WITH lines AS (${projectedSelect(projection, 0, from)}${where}) ${select}`
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * The partitions that hold some months, by the keys that AWS gives a table: `billing_period` (data exports), `year` and `month` (the stack that
 * comes with a legacy report; months without a leading zero). Undefined where the table has none of them: all of it is scanned.
 */
export function partitionsOf(months: readonly string[] | undefined, keys: readonly string[]): string | undefined {
  if (months === undefined) return undefined
  const has = (name: string) => keys.some((key) => key.toLowerCase() === name)
  if (has('billing_period')) return `"billing_period" IN (${months.map(quoteText).join(', ')})`
  if (!has('year') || !has('month')) return undefined
  const each = months.map((one) => {
    const [year = '', month = ''] = one.split('-')
    const spellings = [...new Set([month, String(Number(month))])].map(quoteText)
    return `("year" = ${quoteText(year)} AND "month" IN (${spellings.join(', ')}))`
  })
  return `(${each.join(' OR ')})`
}
