import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import type {DuckDBConnection} from '@duckdb/node-api'

import {sharedData} from '../shared-data.ts'

/** A check of the published conformance model (focus_model-1.2.json), as far as rows of a dataset can be asked. */
interface Check {
  readonly CheckFunction?: string
  readonly Items?: readonly Check[]
  readonly ColumnName?: string
  readonly ColumnAName?: string
  readonly ColumnBName?: string
  readonly ResultColumnName?: string
  readonly Value?: string | number | null
  /** Some conditions are written in this way. */
  readonly AND?: Check | readonly Check[]
}

interface Rule {
  readonly Function: string
  readonly Type: string
  readonly ValidationCriteria: {
    readonly MustSatisfy: string
    readonly Keyword: string
    readonly Requirement: Check
    readonly Condition: Check
  }
}

export interface Judged {
  readonly checked: number
  readonly broken: readonly string[]
}

/** Judges the rows of `dataset`, a table of texts, by every rule that is about columns it has. */
export async function judgedByRules(connection: DuckDBConnection, columns: ReadonlySet<string>): Promise<Judged> {
  const file = join(sharedData, 'focus/focus_model-1.2.json')
  const {ModelRules: rules} = JSON.parse(readFileSync(file, 'utf8')) as {ModelRules: Record<string, Rule>}
  const broken: string[] = []
  let checked = 0
  for (const [id, {Type: type, ValidationCriteria: criteria}] of Object.entries(rules)) {
    const {Keyword: keyword, Requirement: requirement, Condition: condition} = criteria
    if (type !== 'Static' || !keyword.startsWith('MUST')) continue
    if (requirement.CheckFunction === 'ColumnPresent') {
      if (!id.endsWith('-M')) continue
      checked += 1
      if (!columns.has(requirement.ColumnName ?? '')) broken.push(`${id}: ${criteria.MustSatisfy}`)
      continue
    }
    const [must, when] = [mustOf(requirement), whenOf(condition)]
    if (must === undefined || when === undefined) continue
    if ([...namesIn(requirement), ...namesIn(condition)].some((name) => !columns.has(name))) continue
    checked += 1
    const rows = await connection.runAndReadAll(
      `SELECT CAST(COUNT(*) AS VARCHAR) AS lines FROM dataset WHERE (${when}) AND NOT COALESCE(${must}, false)`,
    )
    const [{lines = '0'} = {}] = rows.getRowObjectsJson() as {lines?: string}[]
    if (lines !== '0') broken.push(`${id} (${lines} lines): ${criteria.MustSatisfy}`)
  }
  return {checked, broken}
}

/** One of the allowed values, or none: that it must have one is a rule of its own. */
function mustOf(requirement: Check): string | undefined {
  const names = new Set(namesIn(requirement))
  const sql = sqlOf(requirement)
  return requirement.CheckFunction === 'OR' && names.size === 1 ? `("${[...names][0]}" IS NULL OR ${sql})` : sql
}

function whenOf(condition: Check): string | undefined {
  if (condition.AND) return sqlOf({CheckFunction: 'AND', Items: [condition.AND].flat()})
  return condition.CheckFunction === undefined ? 'true' : sqlOf(condition)
}

function namesIn({ColumnName, ColumnAName, ColumnBName, ResultColumnName, Items = [], AND}: Check): readonly string[] {
  const own = [ColumnName, ColumnAName, ColumnBName, ResultColumnName].flatMap((name) => name ?? [])
  return [...own, ...Items.flatMap(namesIn), ...[AND ?? []].flat().flatMap(namesIn)]
}

const formats: Readonly<Record<string, string>> = {
  FormatDateTime: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`,
  FormatNumeric: String.raw`^-?\d+(\.\d+)?$`,
  TypeDecimal: String.raw`^-?\d+(\.\d+)?$`,
  FormatCurrency: '^[A-Z]{3}$',
  CheckNationalCurrency: '^[A-Z]{3}$',
  FormatUnit: '^[A-Za-z][A-Za-z0-9 -]*$',
}

/** @returns undefined for what rows cannot be asked: rules about other rules */
function sqlOf(check: Check): string | undefined {
  const {CheckFunction: name = '', Items: items = [], ColumnName: column = '', Value: value} = check
  if (name === 'AND' || name === 'OR') {
    const parts = items.map(sqlOf)
    return parts.includes(undefined) ? undefined : `(${parts.join(` ${name} `)})`
  }
  const quoted = `"${column}"`
  if (typeof value === 'number' && name === 'CheckValue') return `CAST(${quoted} AS DECIMAL(38,24)) = ${value}`
  if (name === 'CheckValue') return value === null ? `${quoted} IS NULL` : `COALESCE(${quoted} = '${value}', false)`
  if (name === 'CheckNotValue') {
    return value === null ? `${quoted} IS NOT NULL` : `${quoted} IS DISTINCT FROM '${value}'`
  }
  if (name === 'CheckGreaterOrEqualThanValue') return `CAST(${quoted} AS DECIMAL(38,24)) >= ${value}`
  if (name === 'CheckDecimalValue') return `TRY_CAST(${quoted} AS DECIMAL(38,24)) IS NOT NULL`
  if (name === 'FormatKeyValue') return `(${quoted} IS NULL OR json_type(TRY_CAST(${quoted} AS JSON)) = 'OBJECT')`
  const format = formats[name]
  return format === undefined ? undefined : `(${quoted} IS NULL OR regexp_matches(${quoted}, '${format}'))`
}
