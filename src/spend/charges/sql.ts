import type {SourceColumn} from '../../model/bill.ts'

/** A text of a file or a path as SQL: quoted here and nowhere else. */
export function quoteText(words: string): string {
  return `'${words.replaceAll("'", "''")}'`
}

/** Amounts in the engine: 24 places, and 14 digits before the point. */
export const decimalType = 'DECIMAL(38,24)'

/** As it is, NULL included: what is made of a column of few distinct texts is slower to group by than the column. */
export function field(column: SourceColumn | undefined): string {
  if (column === undefined) return 'CAST(NULL AS VARCHAR)'
  return isText(column) ? column.sql : `CAST(${column.sql} AS VARCHAR)`
}

/** Never NULL: for conditions. */
export function text(column: SourceColumn | undefined): string {
  return column === undefined ? "''" : `COALESCE(${field(column)}, '')`
}

/** As DuckDB and as Athena call it. */
export function isText({type}: SourceColumn): boolean {
  return /^(?:varchar|string|char)\b/i.test(type)
}
