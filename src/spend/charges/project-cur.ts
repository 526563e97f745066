import type {SourceColumn} from '../../model/bill.ts'
import type {ChargeColumn, Projection} from './charge-line.ts'
import type {SourceColumns} from './source-columns.ts'
import {decimalType, field, quoteText, text} from './sql.ts'
import {curTags} from './tag-columns.ts'

/** The legacy report and CUR 2.0 have the same columns under other spellings; what CUR 2.0 keeps in maps is looked for there, too. */
export function projectCur(columns: SourceColumns): Projection {
  const {of, missing} = finder(columns)
  const {dialect} = columns
  const format = isLegacy(columns) ? 'cur' : 'cur-2'
  return {
    format,
    missing,
    notes: columns.cur('line_item_usage_type') === undefined ? ['instance-type-from-description'] : [],
    expressions: {
      format: quoteText(format),
      provider: quoteText('AWS'),
      currency: field(of('currency', 'line_item_currency_code')),
      payer: field(columns.cur('bill_payer_account_id')),
      account: field(of('account', 'line_item_usage_account_id')),
      bill_start: dialect.time(columns.cur('bill_billing_period_start_date')),
      bill_end: dialect.time(columns.cur('bill_billing_period_end_date')),
      start_time: dialect.time(of('start_time', 'line_item_usage_start_date')),
      end_time: dialect.time(columns.cur('line_item_usage_end_date')),
      entity: field(columns.cur('bill_billing_entity')),
      line_type: field(of('line_type', 'line_item_line_item_type')),
      product: field(of('product', 'line_item_product_code')),
      product_name: productAttribute(columns, 'product_name'),
      usage_type: field(of('usage_type', 'line_item_usage_type')),
      operation: field(columns.cur('line_item_operation')),
      region: regionOf(columns),
      instance_type: instanceTypeOf(columns),
      resource_id: field(of('resource_id', 'line_item_resource_id')),
      parent_resource_id: field(columns.cur('split_line_item_parent_resource_id')),
      commitment: commitmentOf(columns),
      quantity: dialect.amount(of('quantity', 'line_item_usage_amount')),
      unit: field(columns.cur('pricing_unit')),
      ...costs(columns, missing),
      list_cost: dialect.amount(columns.cur('pricing_public_on_demand_cost')),
      split_cost: splitCost(columns, missing),
      tags: curTags(columns, missing),
    },
  }
}

function isLegacy(columns: SourceColumns): boolean {
  return (
    columns.all.some(({name}) => name.includes('/')) ||
    columns.all.some(({name}) => name.startsWith('resource_tags_')) ||
    columns.cur('product_product_name') !== undefined
  )
}

function finder(columns: SourceColumns) {
  const missing = new Map<ChargeColumn, readonly string[]>()
  const of = (column: ChargeColumn, name: string): SourceColumn | undefined => {
    const found = columns.cur(name)
    if (found === undefined) missing.set(column, [name])
    return found
  }
  return {of, missing}
}

/**
 * What a line costs under each basis, as AWS's own Cloud Intelligence Dashboards compute it (summary_view.sql of
 * https://github.com/aws-solutions-library-samples/cloud-intelligence-dashboards-framework). Net columns exist for accounts with
 * private discounts only, and are empty where there is none: then the plain ones hold. A line whose type needs a column that is not
 * there costs NULL, which makes the basis not computable; a bill without such lines does not miss the column.
 */
function costs(columns: SourceColumns, missing: Map<ChargeColumn, readonly string[]>) {
  const needs = amortisedColumns.filter((name) => columns.cur(name) === undefined)
  const net = columns.cur('line_item_net_unblended_cost')
  if (columns.cur('line_item_unblended_cost') === undefined) missing.set('unblended', ['line_item_unblended_cost'])
  if (needs.length > 0) missing.set('amortised', needs)
  if (net === undefined) missing.set('net_amortised', ['line_item_net_unblended_cost'])
  else if (needs.length > 0) missing.set('net_amortised', needs)
  return {
    unblended: columns.dialect.amount(columns.cur('line_item_unblended_cost')),
    amortised: amortised(columns, plainOnly(columns)),
    net_amortised: net === undefined ? nothing : amortised(columns, netFirst(columns)),
  }
}

const noCost = `CAST(0 AS ${decimalType})`
const nothing = `CAST(NULL AS ${decimalType})`

const amortisedColumns = [
  'line_item_line_item_type',
  'line_item_unblended_cost',
  'savings_plan_savings_plan_effective_cost',
  'savings_plan_total_commitment_to_date',
  'savings_plan_used_commitment',
  'reservation_effective_cost',
  'reservation_unused_amortized_upfront_fee_for_billing_period',
  'reservation_unused_recurring_fee',
  'reservation_reservation_a_r_n',
]

type CostOf = (plain: string, net?: string) => string

function plainOnly(columns: SourceColumns): CostOf {
  return (plain) => columns.dialect.amount(columns.cur(plain))
}

function netFirst(columns: SourceColumns): CostOf {
  const {amount} = columns.dialect
  return (plain, net) =>
    net === undefined || columns.cur(net) === undefined
      ? amount(columns.cur(plain))
      : `COALESCE(${amount(columns.cur(net))}, ${amount(columns.cur(plain))})`
}

function amortised(columns: SourceColumns, cost: CostOf): string {
  const type = text(columns.cur('line_item_line_item_type'))
  const product = text(columns.cur('line_item_product_code'))
  const unblended = cost('line_item_unblended_cost', 'line_item_net_unblended_cost')
  // An empty field of a fee is nothing spent; a column that is not there is nothing known.
  const filled: CostOf = (plain, net) => (columns.cur(plain) ? `COALESCE(${cost(plain, net)}, ${noCost})` : nothing)
  const unused = [
    filled(
      'reservation_unused_amortized_upfront_fee_for_billing_period',
      'reservation_net_unused_amortized_upfront_fee_for_billing_period',
    ),
    filled('reservation_unused_recurring_fee', 'reservation_net_unused_recurring_fee'),
  ]
  return [
    `CASE ${type}`,
    `WHEN 'Usage' THEN ${unblended}`,
    `WHEN 'SavingsPlanCoveredUsage' THEN ${cost('savings_plan_savings_plan_effective_cost', 'savings_plan_net_savings_plan_effective_cost')}`,
    `WHEN 'SavingsPlanRecurringFee' THEN ${filled('savings_plan_total_commitment_to_date')} - ${filled('savings_plan_used_commitment')}`,
    `WHEN 'SavingsPlanNegation' THEN ${noCost}`,
    `WHEN 'SavingsPlanUpfrontFee' THEN ${noCost}`,
    `WHEN 'DiscountedUsage' THEN ${cost('reservation_effective_cost', 'reservation_net_effective_cost')}`,
    `WHEN 'RIFee' THEN ${unused.join(' + ')}`,
    `WHEN 'Fee' THEN ${feeCost(columns, unblended)}`,
    `WHEN 'Refund' THEN CASE WHEN ${product} = 'ComputeSavingsPlans' THEN ${noCost} ELSE ${unblended} END`,
    `ELSE ${unblended} END`,
  ].join(' ')
}

/**
 * The upfront fee of a reservation is spread over the usage that it covers. A capacity block is bought by a fee that no line of usage
 * carries: spreading it would lose it. A legacy report has the column of ARNs only where there are reservations; one of chosen columns
 * may lack it anyway, and then nobody knows what a fee is for.
 */
function feeCost(columns: SourceColumns, unblended: string): string {
  const arn = columns.cur('reservation_reservation_a_r_n')
  if (arn === undefined) return isLegacy(columns) ? unblended : nothing
  const usageType = text(columns.cur('line_item_usage_type'))
  const ofReservation = `${text(arn)} <> '' AND ${text(arn)} NOT LIKE '%capacity-reservation/%' AND ${usageType} NOT LIKE '%CapacityBlock%'`
  return `CASE WHEN ${ofReservation} THEN ${noCost} ELSE ${unblended} END`
}

/**
 * What a container cost of its instance (https://docs.aws.amazon.com/cur/latest/userguide/split-line-item-columns.html): what it used, and its
 * part of what nobody used.
 */
function splitCost(columns: SourceColumns, missing: Map<ChargeColumn, readonly string[]>): string {
  const names = ['split_line_item_split_cost', 'split_line_item_unused_cost']
  const absent = names.filter((name) => columns.cur(name) === undefined)
  if (absent.length > 0) {
    missing.set('split_cost', absent)
    return nothing
  }
  const parts = names.map(
    (name) => `COALESCE(${netFirst(columns)(name, name.replace('item_', 'item_net_'))}, ${noCost})`,
  )
  return parts.join(' + ')
}

/** A capacity reservation has an ARN in the same column, and is none. */
function commitmentOf(columns: SourceColumns): string {
  const [plan, reservation] = [
    columns.cur('savings_plan_savings_plan_a_r_n'),
    columns.cur('reservation_reservation_a_r_n'),
  ]
  const own =
    reservation && `CASE WHEN ${text(reservation)} NOT LIKE '%capacity-reservation/%' THEN ${text(reservation)} END`
  if (plan && own) return `COALESCE(NULLIF(${text(plan)}, ''), ${own})`
  return own ?? field(plan)
}

/** An attribute of the product: a column of the legacy report, an entry of a map in CUR 2.0. */
function productAttribute(columns: SourceColumns, name: string): string {
  const own = columns.cur(`product_${name}`)
  if (own !== undefined) return field(own)
  const map = columns.cur('product')
  return map === undefined ? "''" : columns.dialect.entry(map, name)
}

function regionOf(columns: SourceColumns): string {
  const own = columns.cur('product_region_code') ?? columns.cur('product_region')
  return own === undefined ? productAttribute(columns, 'region') : field(own)
}

function instanceTypeOf(columns: SourceColumns): string {
  return productAttribute(columns, 'instance_type')
}
