import type {CostBasis} from '../../model/bill.ts'
import {type ChargeColumn, costColumns} from './charge-line.ts'
import {quoteText} from './sql.ts'

/** What every query over `lines` goes by. */
export interface ChargeScope {
  readonly basis: CostBasis
  /** Only lines in this currency, where a bill has several. */
  readonly currency?: string
  /** ISO 8601: a charge that starts later is absurd; so is one from before there was an AWS. */
  readonly latest: string
}

const earliest = '2006-01-01'

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

/**
 * The table `sums`: one pass over all lines, grouped by what decides about a line and by what tells bills apart. Everything that is
 * said of a bill as a whole is said from it.
 */
export function createSums(scope: ChargeScope): string {
  const cost = costColumns[scope.basis]
  return `CREATE OR REPLACE TEMP TABLE sums AS
    SELECT ${kindColumns.join(', ')}, ${childSql} AS child, ${datedSql(scope)} AS dated,
      format, delivery, currency, payer, bill_start, bill_end,
      COUNT(*) AS lines, SUM(${cost}) AS cost, SUM(unblended) AS unblended,
      COUNT(*) FILTER (${cost} IS NULL) AS unread, COUNT(*) FILTER (unblended IS NULL) AS unread_unblended,
      MIN(start_time) AS first_start, MAX(start_time) AS last_start
    FROM lines ${where(scope)} GROUP BY ALL`
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
  const list = columns.map((column) => `, charges.${column} AS ${column}`).join('')
  const groups = columns.map((column) => `, charges.${column}`).join('')
  const filter = [
    usageTypeIn(kinds),
    ...(scope.currency === undefined ? [] : [`currency = ${quoteText(scope.currency)}`]),
  ]
  return `SELECT CAST(picked.kind AS VARCHAR) AS kind${list}, CAST(COUNT(*) AS VARCHAR) AS lines,
      CAST(SUM(${costColumns[scope.basis]}) AS VARCHAR) AS cost, CAST(SUM(quantity) AS VARCHAR) AS quantity,
      CAST(MIN(start_time) AS VARCHAR) AS first_start, CAST(MAX(start_time) AS VARCHAR) AS last_start,
      CAST(MAX(end_time) AS VARCHAR) AS last_end
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

/** One row where any line has one of the texts in its tags. */
export function selectTagText(texts: readonly string[]): string {
  return `SELECT '1' AS found FROM lines WHERE ${texts.map((text) => `contains(tags, ${quoteText(text)})`).join(' OR ')} LIMIT 1`
}

export function datedSql({latest}: ChargeScope): string {
  return `(start_time IS NOT NULL AND start_time >= TIMESTAMP '${earliest}' AND start_time <= TIMESTAMP ${quoteText(latest)})`
}

export function where({currency}: ChargeScope): string {
  return currency === undefined ? '' : `WHERE currency = ${quoteText(currency)}`
}
