import type {TotalBy} from '../../model/spend-totals.ts'
import {childSql, type ChargeScope, datedSql, kindColumns, positions, where} from '../charges/kind-queries.ts'
import {decimalType} from '../charges/sql.ts'
import {costColumns} from '../charges/charge-line.ts'

/** What lines are joined with for totals; each is a table of texts that was made of the bill's own lines. */
export const labelTables = {
  /** By kind: what it is classified as; `devices`: how many an hour of the machine has; `spread`: paid ahead for the time of its line. */
  kind_labels: ['kind', 'bucket', 'model', 'region', 'devices', 'spread'],
  /** By the text of all tags of a line; further columns `v0`, `v1` hold the values of keys that are asked for. */
  tag_labels: ['tags', 'team'],
  /** By what machines are judged by: why a line lacks a tag, and whose it is where tags do not tell. */
  line_labels: ['kind', 'account', 'region', 'resource_id', 'tags', 'cause', 'team'],
} as const

/** Columns of lines that totals may need, beside those that decide about a line, and amounts. */
const lineColumns = ['account', 'region', 'tags', 'resource_id', 'start_time', 'bill_start', 'end_time']

/** The lines of a bill, one by one, with what they cost under the basis. */
export function linesForTotals(scope: ChargeScope): string {
  const own = [...kindColumns, ...lineColumns, 'unblended', 'quantity'].join(', ')
  return `(SELECT ${own}, ${childSql} AS child, ${datedSql(scope)} AS dated, 1 AS line_count, ${costColumns[scope.basis]} AS cost FROM lines ${where(scope)})`
}

/** Which columns of many distinct texts totals need. */
export interface TotalsNeeds {
  readonly tags: boolean
  readonly resources: boolean
}

/** The same for an engine that does not have the labels: summed by day and by what is needed of each line. */
export function selectForTotals(scope: ChargeScope, {tags, resources}: TotalsNeeds): string {
  const groups = [
    ...kindColumns,
    `${childSql} AS child`,
    `${datedSql(scope)} AS dated`,
    'account',
    'region',
    tags ? 'tags' : "'' AS tags",
    resources ? 'resource_id' : "'' AS resource_id",
    `CASE WHEN ${isBlock} THEN start_time ELSE CAST(CAST(start_time AS DATE) AS TIMESTAMP) END AS start_time`,
    'bill_start',
    `CASE WHEN ${isBlock} THEN end_time END AS end_time`,
  ]
  return `SELECT ${groups.join(', ')}, COUNT(*) AS line_count, SUM(${costColumns[scope.basis]}) AS cost,
      SUM(unblended) AS unblended, SUM(quantity) AS quantity
    FROM lines ${where(scope)} GROUP BY ${positions(groups.length)}`
}

/** Only the term of what is paid ahead is needed to the hour. */
const isBlock = "strpos(COALESCE(usage_type, ''), 'CapacityBlock') > 0"

export const forTotalsColumns: readonly string[] = [
  ...kindColumns,
  'child',
  'dated',
  ...lineColumns,
  'line_count',
  'cost',
  'unblended',
  'quantity',
]

export const forTotalsTypes: Readonly<Record<string, string>> = {
  child: 'BOOLEAN',
  dated: 'BOOLEAN',
  start_time: 'TIMESTAMP',
  bill_start: 'TIMESTAMP',
  end_time: 'TIMESTAMP',
  line_count: 'BIGINT',
  cost: decimalType,
  unblended: decimalType,
  quantity: decimalType,
}

export interface TotalsQuery {
  readonly by: readonly TotalBy[]
  /** Tag keys in the order of the columns `v0`, `v1` of `tag_labels`. */
  readonly keys: readonly string[]
  /** Whether `line_labels` is there. */
  readonly judged: boolean
  /** Whether what is paid ahead counts on the days that it pays for. */
  readonly spreads: boolean
}

/**
 * Sums of a relation like that of `linesForTotals`: columns `d0`, `d1` for what they are told apart by, `bucket`, `devices`, `cause` and `term`.
 * The lines of containers, which repeat others, have no label and are left out.
 */
export function selectTotals(relation: string, {by, keys, judged, spreads}: TotalsQuery): string {
  const keysOfKind = [...kindColumns, 'child', 'dated']
  const onKind = keysOfKind.map((key) => `charges.${key} IS NOT DISTINCT FROM labels.${key}`).join(' AND ')
  const values = by.map((one) => dimension(one, keys, judged))
  const cause = judged ? "COALESCE(judged.cause, '')" : "''"
  const isTimed = spreads && by.some((one) => one === 'day' || one === 'month')
  const term = isTimed ? `CASE WHEN labels.spread <> '' THEN ${termSql} END` : 'CAST(NULL AS VARCHAR)'
  const groups = [...values, 'labels.bucket', 'labels.devices', cause, term]
  const names = [...by.map((_, at) => `d${at}`), 'bucket', 'devices', 'cause', 'term']
  const tags = by.some((one) => one === 'team' || one.startsWith('tag:'))
    ? "LEFT JOIN tag_labels ON COALESCE(charges.tags, '') = tag_labels.tags"
    : ''
  const lines = judged
    ? `LEFT JOIN line_labels AS judged ON judged.kind = labels.kind AND ${judgedBy.map((name) => `judged.${name} = COALESCE(charges.${name}, '')`).join(' AND ')}`
    : ''
  return `SELECT ${groups.map((sql, at) => `${sql} AS ${names[at]}`).join(', ')}, CAST(SUM(line_count) AS VARCHAR) AS lines,
      CAST(SUM(charges.cost) AS VARCHAR) AS cost, CAST(SUM(charges.unblended) AS VARCHAR) AS unblended,
      CAST(SUM(CASE WHEN labels.devices <> '' THEN charges.quantity END) AS VARCHAR) AS quantity
    FROM ${relation} AS charges
    JOIN (SELECT kind_labels.*, ${keysOfKind.map((key) => `kinds.${key}`).join(', ')} FROM kind_labels
      JOIN kinds ON CAST(kinds.kind AS VARCHAR) = kind_labels.kind) AS labels ON ${onKind}
    ${tags} ${lines}
    GROUP BY ${positions(groups.length)}`
}

const termSql = "CAST(charges.start_time AS VARCHAR) || '/' || CAST(charges.end_time AS VARCHAR)"

const judgedBy = ['account', 'region', 'resource_id', 'tags']

function dimension(by: TotalBy, keys: readonly string[], judged: boolean): string {
  if (by.startsWith('tag:')) return `COALESCE(tag_labels.v${keys.indexOf(by.slice('tag:'.length))}, '')`
  return byName(judged)[by as keyof ReturnType<typeof byName>]
}

function byName(judged: boolean) {
  return {
    day: dayOf('charges.start_time', 10),
    month: dayOf('COALESCE(charges.bill_start, charges.start_time)', 7),
    account: "COALESCE(charges.account, '')",
    region: "COALESCE(NULLIF(charges.region, ''), labels.region)",
    product: "COALESCE(charges.product, '')",
    bucket: 'labels.bucket',
    model: 'labels.model',
    team: judged ? "COALESCE(NULLIF(judged.team, ''), tag_labels.team, '')" : "COALESCE(tag_labels.team, '')",
    cause: judged ? "COALESCE(judged.cause, '')" : "''",
  }
}

/** `2026-10-01`, or the month of it. */
function dayOf(time: string, length: number): string {
  return `COALESCE(substr(CAST(CAST(${time} AS DATE) AS VARCHAR), 1, ${length}), '')`
}
