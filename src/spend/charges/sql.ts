import type {SourceColumn} from '../../model/bill.ts'

/** A text of a file or a path as SQL: quoted here and nowhere else. */
export function quoteText(words: string): string {
  return `'${words.replaceAll("'", "''")}'`
}

/** Amounts in the engine: 24 places, and 14 digits before the point. */
export const decimalType = 'DECIMAL(38,24)'

/** Never NULL: what is not there is empty, so that columns can be grouped and joined by. */
export function text(column: SourceColumn | undefined): string {
  if (column === undefined) return "''"
  const {sql} = column
  return `COALESCE(${isText(column) ? sql : `CAST(${sql} AS VARCHAR)`}, '')`
}

/** In UTC; NULL where there is none or it is no time. */
export function time(column: SourceColumn | undefined): string {
  if (column === undefined) return 'CAST(NULL AS TIMESTAMP)'
  const {sql} = column
  return /^TIMESTAMP(?:_.+)?$/.test(column.type)
    ? `CAST(${sql} AS TIMESTAMP)`
    : `CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS TIMESTAMP)`
}

/**
 * The exact amount; NULL where there is none, or nothing that is a number. A DOUBLE is taken as the shortest decimal that it is read
 * back from, which is what was written into it: up to 15 digits fit every double but one, so the short way is proven by reading back.
 */
export function amount(column: SourceColumn | undefined): string {
  if (column === undefined) return `CAST(NULL AS ${decimalType})`
  const {sql} = column
  if (isText(column)) return `TRY_CAST(NULLIF(TRIM(${sql}), '') AS ${decimalType})`
  if (column.type !== 'DOUBLE' && column.type !== 'FLOAT') return `TRY_CAST(${sql} AS ${decimalType})`
  const short = `TRY_CAST(${sql} AS DECIMAL(15,10))`
  return `CASE WHEN CAST(${short} AS ${column.type}) = ${sql} THEN CAST(${short} AS ${decimalType}) ELSE TRY_CAST(CAST(${sql} AS VARCHAR) AS ${decimalType}) END`
}

export function isText({type}: SourceColumn): boolean {
  return type === 'VARCHAR'
}
