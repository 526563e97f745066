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

/** In UTC; NULL where there is none or it is no time. Only a text with an offset takes a calendar. */
export function time(column: SourceColumn | undefined): string {
  if (column === undefined) return 'CAST(NULL AS TIMESTAMP)'
  const {sql} = column
  if (/^TIMESTAMP(?:_.+)?$/.test(column.type)) return `CAST(${sql} AS TIMESTAMP)`
  const any = `CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS TIMESTAMP)`
  if (!isText(column)) return any
  return `CASE WHEN ends_with(${sql}, 'Z') OR length(${sql}) <= 19 THEN TRY_CAST(${sql} AS TIMESTAMP) ELSE ${any} END`
}

/**
 * The exact amount; NULL where there is none, or nothing that is a number. A DOUBLE is taken as the shortest decimal that it is read
 * back from, which is what was written into it.
 */
export function amount(column: SourceColumn | undefined): string {
  if (column === undefined) return `CAST(NULL AS ${decimalType})`
  const {sql, type} = column
  if (isText(column)) {
    const exact = `TRY_CAST(NULLIF(TRIM(${sql}), '') AS ${decimalType})`
    return shortOr(exact, `TRY_CAST(${sql} AS DOUBLE)`, 'DOUBLE', `length(${sql}) <= ${longestShort} AND `)
  }
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `TRY_CAST(${sql} AS ${decimalType})`
  return shortOr(`TRY_CAST(CAST(${sql} AS VARCHAR) AS ${decimalType})`, sql, type, '')
}

/** 15 digits, all of which a DOUBLE keeps, and a point. */
const longestShort = 16

/**
 * Wide decimals are slow to make. Most amounts have few digits: these are made through 15 of them, which is proven by reading back; the
 * others take the slow way.
 */
function shortOr(exact: string, double: string, type: string, condition: string): string {
  const short = `TRY_CAST(${double} AS DECIMAL(15,10))`
  return `CASE WHEN ${condition}CAST(${short} AS ${type}) = ${double} THEN CAST(${short} AS ${decimalType}) ELSE ${exact} END`
}

export function isText({type}: SourceColumn): boolean {
  return type === 'VARCHAR'
}
