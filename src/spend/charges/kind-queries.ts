import type {CostBasis} from '../../model/bill.ts'
import {type ChargeColumn, costColumns} from './charge-line.ts'
import {decimalType, quoteText} from './sql.ts'

/** What every query over `lines` goes by. */
export interface ChargeScope {
  readonly basis: CostBasis
  /** Only lines in this currency, where a bill has several. */
  readonly currency?: string
  /** Only of these months, `2026-10`. */
  readonly months?: readonly string[]
  /** ISO 8601: a charge that starts later is absurd; so is one from before there was an AWS. */
  readonly latest: string
}

const earliest = '2006-01-01 00:00:00'

/** Columns of a line that decide how it is classified; by these, `kinds` and `lines` are joined. */
export const kindColumns = [
  'provider',
  'entity',
  'line_type',
  'product',
  'product_name',
  'usage_type',
  'operation',
  'instance_type',
  'unit',
] as const

/** Operations of split cost allocation (https://docs.aws.amazon.com/cur/latest/userguide/split-cost-allocation-data.html). */
export const childSql = `COALESCE(parent_resource_id <> '' OR operation IN ('EKSPod-EC2', 'ECSTask-EC2'), false)`

/** Columns of `sums` by which lines are told apart, and how many. */
const sumsGroups = [
  ...kindColumns,
  'child',
  'dated',
  'format',
  'delivery',
  'currency',
  'payer',
  'bill_start',
  'bill_end',
]

/** Types of the columns of `sums` that are no text. */
export const sumsTypes: Readonly<Record<string, string>> = {
  child: 'BOOLEAN',
  dated: 'BOOLEAN',
  delivery: 'INTEGER',
  bill_start: 'TIMESTAMP',
  bill_end: 'TIMESTAMP',
  lines: 'BIGINT',
  cost: decimalType,
  unblended: decimalType,
  unread: 'BIGINT',
  unread_unblended: 'BIGINT',
  first_start: 'TIMESTAMP',
  last_start: 'TIMESTAMP',
}

export const sumsColumns: readonly string[] = [
  ...sumsGroups,
  'lines',
  'cost',
  'unblended',
  'unread',
  'unread_unblended',
  'first_start',
  'last_start',
]

/**
 * The rows of the table `sums`: one pass over all lines, grouped by what decides about a line and by what tells bills apart. Everything
 * that is said of a bill as a whole is said from it.
 */
export function selectSums(scope: ChargeScope): string {
  const cost = costColumns[scope.basis]
  return `SELECT ${kindColumns.join(', ')}, ${childSql} AS child, ${datedSql(scope)} AS dated,
      format, delivery, currency, payer, bill_start, bill_end,
      COUNT(*) AS lines, SUM(${cost}) AS cost, SUM(unblended) AS unblended,
      COUNT(*) - COUNT(${cost}) AS unread, COUNT(*) - COUNT(unblended) AS unread_unblended,
      MIN(start_time) AS first_start, MAX(start_time) AS last_start
    FROM lines ${where(scope)} GROUP BY ${positions(sumsGroups.length)}`
}

/** The table `sums` where the lines are. */
export function createSums(scope: ChargeScope): string {
  return `CREATE OR REPLACE TEMP TABLE sums AS ${selectSums(scope)}`
}

/** Of columns to group by: engines have no other common way to name expressions. */
export function positions(count: number): string {
  return Array.from({length: count}, (_, at) => at + 1).join(', ')
}

/** The table `kinds`: the distinct combinations that are classified, each with an id. */
export const createKinds = `CREATE OR REPLACE TEMP TABLE kinds AS
  SELECT CAST(row_number() OVER (ORDER BY ${kindColumns.join(', ')}, child, dated) AS INTEGER) AS kind, *
  FROM (SELECT ${kindColumns.join(', ')}, child, dated, SUM(lines) AS lines, SUM(cost) AS cost, SUM(unblended) AS unblended
    FROM sums GROUP BY ALL)`

export const selectKinds = `SELECT CAST(kind AS VARCHAR) AS kind, ${kindColumns.join(', ')}, CAST(child AS VARCHAR) AS child,
  CAST(dated AS VARCHAR) AS dated, CAST(lines AS VARCHAR) AS lines, CAST(cost AS VARCHAR) AS cost,
  CAST(unblended AS VARCHAR) AS unblended FROM kinds ORDER BY kinds.kind`

/** What tells bills apart: by delivery, format, payer, period and currency. */
export const selectParts = `SELECT CAST(delivery AS VARCHAR) AS delivery, format, currency, payer, provider,
  CAST(CAST(bill_start AS DATE) AS VARCHAR) AS bill_start, CAST(CAST(bill_end AS DATE) AS VARCHAR) AS bill_end,
  CAST(CAST(MIN(first_start) FILTER (dated) AS DATE) AS VARCHAR) AS first_day,
  CAST(CAST(MAX(last_start) FILTER (dated) AS DATE) AS VARCHAR) AS last_day,
  CAST(SUM(lines) AS VARCHAR) AS lines, CAST(SUM(unread) AS VARCHAR) AS unread,
  CAST(SUM(unread_unblended) AS VARCHAR) AS unread_unblended
  FROM sums GROUP BY delivery, format, currency, payer, provider, sums.bill_start, sums.bill_end ORDER BY ALL`

/** Line types whose cost under the basis is not known, though they have an unblended one: a column is missing. */
export const selectUnknownCosts = `SELECT line_type, CAST(SUM(unread) AS VARCHAR) AS lines FROM sums
  WHERE unread > unread_unblended GROUP BY line_type ORDER BY line_type`

/** A kind of which the lines are asked for. */
export interface PickedKind {
  readonly id: number
  readonly kind: {readonly usage_type: string}
}

/**
 * Lines of some kinds, grouped further by columns of the model; `kind` is the first column. All results are text. Usage types sort out
 * most lines before anything else is made of them.
 */
export function selectByKind(
  scope: ChargeScope,
  kinds: readonly PickedKind[],
  columns: readonly ChargeColumn[],
): string {
  const keys = [...kindColumns, 'child', 'dated']
  const joined = keys.map((key) => `charges.${key} IS NOT DISTINCT FROM picked.${key}`).join(' AND ')
  const split = splitSum(columns)
    .map((sql) => `, CAST(${sql} AS VARCHAR) AS split_cost`)
    .join('')
  const list = columns.map((column) => `, charges.${column} AS ${column}`).join('')
  const groups = columns.map((column) => `, charges.${column}`).join('')
  const filter = [usageTypeIn(kinds), ...conditions(scope)]
  return `SELECT CAST(picked.kind AS VARCHAR) AS kind${list}, CAST(COUNT(*) AS VARCHAR) AS lines,
      CAST(SUM(${costColumns[scope.basis]}) AS VARCHAR) AS cost, CAST(SUM(quantity) AS VARCHAR) AS quantity,
      CAST(MIN(start_time) AS VARCHAR) AS first_start, CAST(MAX(start_time) AS VARCHAR) AS last_start,
      CAST(MAX(end_time) AS VARCHAR) AS last_end${split}
    FROM (SELECT *, ${childSql} AS child, ${datedSql(scope)} AS dated FROM lines WHERE ${filter.join(' AND ')}) AS charges
    JOIN (SELECT kind, ${keys.join(', ')} FROM kinds WHERE kind IN (${[-1, ...kinds.map(({id}) => id)].join(', ')})) AS picked
      ON ${joined}
    GROUP BY picked.kind${groups} ORDER BY picked.kind${groups}`
}

function usageTypeIn(kinds: readonly PickedKind[]): string {
  const usageTypes = [...new Set(kinds.map(({kind}) => kind.usage_type))]
  const texts = ['NULL', ...usageTypes.map(quoteText)].join(', ')
  return `(usage_type IN (${texts})${usageTypes.includes('') ? ' OR usage_type IS NULL' : ''})`
}

/**
 * The same lines for an engine that does not have the table `kinds`: grouped by what decides about a line. `selectOfDetail` tells kinds
 * apart, where `detail` holds what this gives, as text.
 */
export function selectDetail(
  scope: ChargeScope,
  kinds: readonly PickedKind[],
  columns: readonly ChargeColumn[],
): string {
  const usageTypes = usageTypeIn(kinds)
  const filter = [...(usageTypes.length <= longestFilter ? [usageTypes] : []), ...conditions(scope)]
  const groups = detailColumns(columns)
  const own = groups.map((name) => (name === 'child' ? childSql : name === 'dated' ? datedSql(scope) : name))
  return `SELECT ${own.map((sql, at) => `${sql} AS ${groups[at]}`).join(', ')},
      COUNT(*) AS lines, SUM(${costColumns[scope.basis]}) AS cost, SUM(quantity) AS quantity,
      MIN(start_time) AS first_start, MAX(start_time) AS last_start, MAX(end_time) AS last_end${splitSum(columns)
        .map((sql) => `, ${sql} AS split_cost`)
        .join('')}
    FROM lines ${filter.length === 0 ? '' : `WHERE ${filter.join(' AND ')}`} GROUP BY ${positions(groups.length)}`
}

/** Athena takes queries of 262,144 bytes; kinds are told apart afterwards as well. */
const longestFilter = 100_000

/** Columns of `detail`, all text. */
export function detailNames(columns: readonly ChargeColumn[]): readonly string[] {
  return [
    ...detailColumns(columns),
    'lines',
    'cost',
    'quantity',
    'first_start',
    'last_start',
    'last_end',
    ...splitNames(columns),
  ]
}

/** Only lines of containers have it, and those are asked for with their instances. */
function splitNames(columns: readonly ChargeColumn[]): readonly string[] {
  return columns.includes('parent_resource_id') ? ['split_cost'] : []
}

function splitSum(columns: readonly ChargeColumn[]): readonly string[] {
  return splitNames(columns).map((name) => `SUM(${name})`)
}

/** A column that is of kinds as well is there once. */
function detailColumns(columns: readonly ChargeColumn[]): readonly string[] {
  return [...new Set([...kindColumns, 'child', 'dated', ...columns])]
}

/** Rows as `selectByKind` gives them. */
export function selectOfDetail(kinds: readonly PickedKind[], columns: readonly ChargeColumn[]): string {
  const on = [
    ...kindColumns.map((name) => `detail.${name} IS NOT DISTINCT FROM kinds.${name}`),
    ...['child', 'dated'].map((name) => `detail.${name} = CAST(kinds.${name} AS VARCHAR)`),
  ]
  const times = ['first_start', 'last_start', 'last_end'].map(
    (name) => `CAST(CAST(detail.${name} AS TIMESTAMP) AS VARCHAR) AS ${name}`,
  )
  return `SELECT CAST(kinds.kind AS VARCHAR) AS kind${columns.map((name) => `, detail.${name} AS ${name}`).join('')},
      detail.lines AS lines, detail.cost AS cost, detail.quantity AS quantity, ${times.join(', ')}${splitNames(columns)
        .map((name) => `, detail.${name} AS ${name}`)
        .join('')}
    FROM detail JOIN kinds ON ${on.join(' AND ')}
    WHERE kinds.kind IN (${[-1, ...kinds.map(({id}) => id)].join(', ')})
    ORDER BY kinds.kind${columns.map((name) => `, detail.${name}`).join('')}`
}

/** One row where any line has one of the texts in its tags. */
export function selectTagText(texts: readonly string[]): string {
  return `SELECT '1' AS found FROM lines WHERE ${texts.map((text) => `strpos(tags, ${quoteText(text)}) > 0`).join(' OR ')} LIMIT 1`
}

export function datedSql({latest}: ChargeScope): string {
  return `(start_time IS NOT NULL AND start_time >= TIMESTAMP '${earliest}' AND start_time <= TIMESTAMP ${quoteText(`${latest} 00:00:00`)})`
}

export function where(scope: ChargeScope): string {
  const all = conditions(scope)
  return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`
}

function conditions({currency, months}: ChargeScope): readonly string[] {
  const starts = months?.map((month) => `TIMESTAMP '${month}-01 00:00:00'`)
  return [
    ...(currency === undefined ? [] : [`currency = ${quoteText(currency)}`]),
    ...(starts ? [`date_trunc('month', COALESCE(bill_start, start_time)) IN (${starts.join(', ')})`] : []),
  ]
}
