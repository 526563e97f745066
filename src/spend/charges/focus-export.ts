import {serviceCategories} from '../../catalog/service-categories.ts'
import type {CostBasis} from '../../model/bill.ts'
import {kindColumns, childSql, type ChargeScope, datedSql, where} from './kind-queries.ts'
import {costColumns} from './charge-line.ts'
import {quoteText} from './sql.ts'

/**
 * Columns of a FOCUS 1.2 dataset (https://focus.finops.org/focus-specification/v1-2/) as SQL over a line and `labels.bucket`. What no line
 * of the model says is left out where the standard allows (names, SKUs, unit prices). AWS's own columns keep their names, ours are
 * `x_LineItemType` and `x_Bucket`.
 */
function columnsOf(basis: CostBasis): Readonly<Record<string, FocusColumn>> {
  const billed = 'COALESCE(line.unblended, line.cost, 0)'
  return {
    BilledCost: amount(billed),
    BillingAccountId: text("COALESCE(NULLIF(line.payer, ''), NULLIF(line.account, ''), 'unknown')"),
    BillingAccountName: text('CAST(NULL AS VARCHAR)'),
    BillingCurrency: text("COALESCE(NULLIF(line.currency, ''), 'USD')"),
    BillingPeriodEnd: time(billEnd),
    BillingPeriodStart: time(billStart),
    CapacityReservationId: text(`CASE WHEN ${isReservation} THEN line.resource_id END`),
    CapacityReservationStatus: text(
      `CASE WHEN ${isReservation} AND ${category} = 'Usage' THEN CASE WHEN contains(COALESCE(line.usage_type, ''), 'Unused') THEN 'Unused' ELSE 'Used' END END`,
    ),
    ChargeCategory: text(category),
    ChargeClass: text("CASE WHEN line.type = 'Refund' THEN 'Correction' END"),
    ChargeDescription: text("NULLIF(concat_ws(' ', NULLIF(line.usage_type, ''), NULLIF(line.operation, '')), '')"),
    ChargeFrequency: text(
      `CASE WHEN ${category} = 'Usage' THEN 'Usage-Based' WHEN line.type IN ('RIFee', 'SavingsPlanRecurringFee') THEN 'Recurring' ELSE 'One-Time' END`,
    ),
    ChargePeriodEnd: time(`COALESCE(line.end_time, line.start_time, ${billEnd})`),
    ChargePeriodStart: time(`COALESCE(line.start_time, ${billStart})`),
    CommitmentDiscountCategory: text(
      `CASE WHEN ${commitment} IS NOT NULL THEN CASE WHEN ${isPlan} THEN 'Spend' ELSE 'Usage' END END`,
    ),
    CommitmentDiscountId: text(commitment),
    CommitmentDiscountStatus: text(
      `CASE WHEN ${commitment} IS NOT NULL AND ${category} = 'Usage' THEN CASE WHEN line.type = 'UnusedCommitment' THEN 'Unused' ELSE 'Used' END END`,
    ),
    CommitmentDiscountType: text(
      `CASE WHEN ${commitment} IS NOT NULL THEN CASE WHEN ${isPlan} THEN 'Savings Plan' ELSE 'Reserved Instance' END END`,
    ),
    ConsumedQuantity: amount(`CASE WHEN ${consumes} THEN line.quantity END`),
    ConsumedUnit: text(`CASE WHEN ${consumes} THEN NULLIF(line.unit, '') END`),
    ContractedCost: amount(billed),
    EffectiveCost: amount(basis === 'unblended' ? billed : 'COALESCE(line.cost, 0)'),
    InvoiceIssuerName: text("COALESCE(NULLIF(line.entity, ''), 'AWS')"),
    ListCost: amount(`COALESCE(line.list_cost, ${billed})`),
    PricingCategory: text(
      `CASE WHEN ${category} NOT IN ('Usage', 'Purchase') THEN NULL WHEN line.type IN ('DiscountedUsage', 'SavingsPlanCoveredUsage', 'UnusedCommitment') THEN 'Committed' WHEN contains(COALESCE(line.usage_type, ''), 'SpotUsage') THEN 'Dynamic' ELSE 'Standard' END`,
    ),
    PricingQuantity: amount(`CASE WHEN ${category} <> 'Tax' THEN line.quantity END`),
    PricingUnit: text(
      `CASE WHEN ${category} <> 'Tax' AND line.quantity IS NOT NULL THEN COALESCE(NULLIF(line.unit, ''), 'Units') END`,
    ),
    ProviderName: text("COALESCE(NULLIF(line.provider, ''), 'AWS')"),
    PublisherName: text("COALESCE(NULLIF(line.entity, ''), NULLIF(line.provider, ''), 'AWS')"),
    RegionId: text("NULLIF(COALESCE(NULLIF(line.region, ''), labels.region), '')"),
    ResourceId: text("NULLIF(line.resource_id, '')"),
    ServiceCategory: text(serviceCategory),
    ServiceName: text("COALESCE(NULLIF(line.product_name, ''), NULLIF(line.product, ''), 'unknown')"),
    SubAccountId: text("NULLIF(line.account, '')"),
    Tags: text(tagsSql),
    x_Bucket: text('labels.bucket'),
    x_LineItemType: text("NULLIF(line.type, '')"),
    x_Operation: text("NULLIF(line.operation, '')"),
    x_ServiceCode: text("NULLIF(line.product, '')"),
    x_UsageType: text("NULLIF(line.usage_type, '')"),
  }
}

interface FocusColumn {
  readonly type: 'amount' | 'text' | 'time'
  readonly sql: string
}

const amount = (sql: string): FocusColumn => ({type: 'amount', sql})
const text = (sql: string): FocusColumn => ({type: 'text', sql})
const time = (sql: string): FocusColumn => ({type: 'time', sql})

/** A line without a date has no period: that of the beginning of time is no claim. */
const anyTime = "COALESCE(line.bill_start, line.start_time, TIMESTAMP '1970-01-01')"
const billStart = `CAST(date_trunc('month', ${anyTime}) AS TIMESTAMP)`
const billEnd = `COALESCE(line.bill_end, ${billStart} + INTERVAL 1 MONTH)`

const category = `CASE WHEN line.type IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', 'Refund', 'UnusedCommitment') THEN 'Usage' WHEN line.type IN ('Fee', 'RIFee', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee', 'CommitmentFee') THEN 'Purchase' WHEN line.type IN ('Tax', 'Credit') THEN line.type ELSE 'Adjustment' END`

const consumes = `line.type IN ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage')`

/** Of what is covered by one, unused, or its fee; a discount or a tax on it is not. */
const commitment = `CASE WHEN line.type IN ('DiscountedUsage', 'SavingsPlanCoveredUsage', 'UnusedCommitment', 'RIFee', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee', 'CommitmentFee') THEN COALESCE(NULLIF(line.commitment, ''), 'unknown') END`

const isPlan = `(line.type LIKE 'SavingsPlan%' OR COALESCE(line.product, '') = 'ComputeSavingsPlans' OR COALESCE(line.commitment, '') LIKE '%savingsplan%')`

const isReservation = "contains(COALESCE(line.resource_id, ''), 'capacity-reservation/')"

const serviceCategory = `CASE ${serviceCategories
  .map(
    ({category: name, products}) =>
      `WHEN regexp_matches(COALESCE(line.product, ''), ${quoteText(products)}) THEN ${quoteText(name)}`,
  )
  .join(' ')} ELSE 'Other' END`

/** One object, as the bill spells the keys, those without a value left out (RFC 7396); two maps of one line are merged. */
const tagsSql = `CASE WHEN starts_with(line.tags, '{') THEN CAST(json_merge_patch('{}', TRY_CAST(line.tags AS JSON)) AS VARCHAR)
  WHEN starts_with(line.tags, '[') THEN CAST(json_merge_patch(COALESCE(json_extract(TRY_CAST(line.tags AS JSON), '$[0]'), '{}'), COALESCE(json_extract(TRY_CAST(line.tags AS JSON), '$[1]'), '{}')) AS VARCHAR) END`

/** Fees of commitments: what is paid, and what of it nobody used, which FOCUS has as usage on a line of its own. */
const isFee = "COALESCE(line_type IN ('RIFee', 'SavingsPlanRecurringFee'), false)"

/**
 * Lines of a bill as a FOCUS dataset, those of containers left out; needs the table `kind_labels`. `BilledCost` sums to the unblended
 * cost of the bill, `EffectiveCost` to its cost under the basis.
 */
export function selectFocus(scope: ChargeScope, forCsv: boolean): string {
  const columns = Object.entries(columnsOf(scope.basis)).map(
    ([name, column]) => `${written(column, forCsv)} AS "${name}"`,
  )
  const keys = [...kindColumns, 'child', 'dated']
  const cost = costColumns[scope.basis]
  const halves = scope.basis === 'unblended' ? '(false)' : '(false), (true)'
  return `SELECT ${columns.join(', ')}
    FROM (SELECT * REPLACE (CASE WHEN unused THEN 0 ELSE unblended END AS unblended, CASE WHEN unused THEN 0 ELSE list_cost END AS list_cost,
        CASE WHEN unused THEN NULL ELSE quantity END AS quantity),
      CASE WHEN unused THEN 'UnusedCommitment' ELSE line_type END AS type,
      CASE WHEN ${isFee} AND NOT unused AND ${scope.basis !== 'unblended'} THEN 0 ELSE ${cost} END AS cost,
      ${childSql} AS child, ${datedSql(scope)} AS dated
      FROM (SELECT * FROM lines ${where(scope)}) CROSS JOIN (VALUES ${halves}) AS halves(unused) WHERE NOT unused OR ${isFee}) AS line
    JOIN (SELECT kind_labels.bucket, kind_labels.region, ${keys.map((key) => `kinds.${key}`).join(', ')} FROM kind_labels
      JOIN kinds ON CAST(kinds.kind AS VARCHAR) = kind_labels.kind) AS labels
      ON ${keys.map((key) => `line.${key} IS NOT DISTINCT FROM labels.${key}`).join(' AND ')}`
}

/** In a CSV a time is as the standard writes it, and no text is one that a spreadsheet would take for a formula. */
function written({type, sql}: FocusColumn, forCsv: boolean): string {
  if (!forCsv || type === 'amount') return sql
  if (type === 'time') return `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`
  return String.raw`CASE WHEN regexp_matches(${sql}, '^[=+\-@\t\r]') THEN '''' || ${sql} ELSE ${sql} END`
}
