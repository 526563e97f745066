import type {SourceColumn} from '../../model/bill.ts'
import {decimalType, isText, quoteText, text} from './sql.ts'

/**
 * What the SQL of engines differs in; all else that is generated here is common to them. The arguments are SQL, or columns; nothing where a
 * bill has no such column.
 */
export interface Dialect {
  /** In UTC; NULL where there is none or it is no time. Only a text with an offset takes a calendar. */
  readonly time: (column: SourceColumn | undefined) => string
  /**
   * The exact amount; NULL where there is none, or nothing that is a number. A DOUBLE is taken as the shortest decimal that it is read
   * back from, which is what was written into it.
   */
  readonly amount: (column: SourceColumn | undefined) => string
  /** Whether a text has a match of a pattern that RE2 and Java read alike. */
  readonly matches: (text: string, pattern: string) => string
  /** The first group of the first match, or an empty text. */
  readonly extracted: (text: string, pattern: string) => string
  /** The value of a key, or an empty text: of a map, or of JSON in a text. */
  readonly entry: (map: SourceColumn, key: string) => string
  /** JSON of a map; an empty text where there is none. */
  readonly jsonOfMap: (map: SourceColumn) => string
  /** JSON of columns that hold a value each; null where one is empty. */
  readonly jsonOfColumns: (columns: readonly (readonly [string, SourceColumn])[]) => string
}

/** https://duckdb.org/docs/stable/sql/introduction */
export const duckDb: Dialect = {
  time: (column) => {
    if (column === undefined) return noTime
    const {sql} = column
    if (isTimestamp(column)) return `CAST(${sql} AS TIMESTAMP)`
    const any = `CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS TIMESTAMP)`
    if (!isText(column)) return any
    return `CASE WHEN ends_with(${sql}, 'Z') OR length(${sql}) <= 19 THEN TRY_CAST(${sql} AS TIMESTAMP) ELSE ${any} END`
  },
  amount: (column) => {
    if (column === undefined) return noAmount
    const {sql, type} = column
    if (isText(column)) {
      const exact = `TRY_CAST(NULLIF(TRIM(${sql}), '') AS ${decimalType})`
      return shortOr(exact, `TRY_CAST(${sql} AS DOUBLE)`, 'DOUBLE', `length(${sql}) <= ${longestShort} AND `)
    }
    if (!isFloating(column)) return `TRY_CAST(${sql} AS ${decimalType})`
    return shortOr(`TRY_CAST(CAST(${sql} AS VARCHAR) AS ${decimalType})`, sql, type, '')
  },
  matches: (sql, pattern) => `regexp_matches(${sql}, ${quoteText(pattern)})`,
  extracted: (sql, pattern) => `regexp_extract(${sql}, ${quoteText(pattern)}, 1)`,
  entry: (map, key) =>
    isMap(map)
      ? `COALESCE(CAST(${map.sql}[${quoteText(key)}] AS VARCHAR), '')`
      : `COALESCE(json_extract_string(TRY_CAST(${map.sql} AS JSON), ${quoteText(`$."${key}"`)}), '')`,
  jsonOfMap: (map) => (isText(map) ? text(map) : `COALESCE(CAST(to_json(${map.sql}) AS VARCHAR), '')`),
  jsonOfColumns: (columns) => {
    const members = columns.map(([key, column]) => `${quoteText(key)}, ${valueOf(column)}`)
    return `CAST(json_object(${members.join(', ')}) AS VARCHAR)`
  },
}

/**
 * Athena, engine version 3 (https://docs.aws.amazon.com/athena/latest/ug/engine-versions-reference-0003.html), and Trino. A cast of a text to
 * a decimal takes exponents, which the text of a DOUBLE has (`1.006E0`).
 */
export const trino: Dialect = {
  time: (column) => {
    if (column === undefined) return noTime
    const {sql} = column
    if (!isText(column)) return `TRY_CAST(${sql} AS TIMESTAMP)`
    return `COALESCE(TRY_CAST(${sql} AS TIMESTAMP), CAST(TRY(from_iso8601_timestamp(${sql})) AT TIME ZONE 'UTC' AS TIMESTAMP))`
  },
  amount: (column) => {
    if (column === undefined) return noAmount
    const {sql} = column
    if (isText(column)) return `TRY_CAST(NULLIF(TRIM(${sql}), '') AS ${decimalType})`
    if (!isFloating(column)) return `TRY_CAST(${sql} AS ${decimalType})`
    return `TRY_CAST(CAST(${sql} AS VARCHAR) AS ${decimalType})`
  },
  matches: (sql, pattern) => `regexp_like(${sql}, ${quoteText(pattern)})`,
  extracted: (sql, pattern) => `COALESCE(regexp_extract(${sql}, ${quoteText(pattern)}, 1), '')`,
  entry: (map, key) =>
    isMap(map)
      ? `COALESCE(CAST(element_at(${map.sql}, ${quoteText(key)}) AS VARCHAR), '')`
      : `COALESCE(json_extract_scalar(${map.sql}, ${quoteText(`$.${key}`)}), '')`,
  jsonOfMap: (map) => (isText(map) ? text(map) : `COALESCE(json_format(CAST(${map.sql} AS JSON)), '')`),
  jsonOfColumns: (columns) => {
    const keys = columns.map(([key]) => quoteText(key))
    const values = columns.map(([, column]) => valueOf(column))
    return `json_format(CAST(MAP(ARRAY[${keys.join(', ')}], ARRAY[${values.join(', ')}]) AS JSON))`
  },
}

const noTime = 'CAST(NULL AS TIMESTAMP)'
const noAmount = `CAST(NULL AS ${decimalType})`

function valueOf(column: SourceColumn): string {
  return `NULLIF(${isText(column) ? column.sql : text(column)}, '')`
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

function isTimestamp({type}: SourceColumn): boolean {
  return /^TIMESTAMP(?:_.+)?$/.test(type)
}

function isFloating({type}: SourceColumn): boolean {
  return /^(?:double|float|real)$/i.test(type)
}

function isMap({type}: SourceColumn): boolean {
  return /^map/i.test(type)
}
