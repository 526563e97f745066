import type {SourceColumn} from '../../model/bill.ts'
import {type ChargeColumn, type Projection, type ProjectionNote, tagsNotInBill} from './charge-line.ts'
import {machinePattern} from './machine-token.ts'
import type {SourceColumns} from './source-columns.ts'
import {field, quoteText, text} from './sql.ts'

/**
 * FOCUS 1.0 to 1.4 (https://focus.finops.org/focus-columns/). 1.3 renames ProviderName and PublisherName, 1.4 drops the old names; columns
 * that begin with x_ are AWS's own.
 */
export function projectFocus(columns: SourceColumns): Projection {
  const missing = new Map<ChargeColumn, readonly string[]>()
  const of = (column: ChargeColumn, ...names: readonly string[]): SourceColumn | undefined => {
    const found = columns.focus(...names)
    if (found === undefined) missing.set(column, names.slice(0, 1))
    return found
  }
  const {time, amount} = columns.dialect
  const effective = amount(of('amortised', 'EffectiveCost'))
  if (missing.has('amortised')) missing.set('net_amortised', ['EffectiveCost'])
  const tags = of('tags', 'Tags')
  return {
    format: 'focus',
    missing,
    notes: notesOf(columns),
    expressions: {
      format: quoteText('focus'),
      provider: field(providerOf(columns)),
      currency: field(of('currency', 'BillingCurrency')),
      payer: field(columns.focus('BillingAccountId')),
      account: accountOf(columns, of),
      bill_start: time(columns.focus('BillingPeriodStart')),
      bill_end: time(columns.focus('BillingPeriodEnd')),
      start_time: time(of('start_time', 'ChargePeriodStart')),
      end_time: time(columns.focus('ChargePeriodEnd')),
      entity: entityOf(columns),
      line_type: lineTypeOf(columns, of),
      product: field(columns.focus('x_ServiceCode') ?? of('product', 'ServiceName')),
      product_name: field(columns.focus('ServiceName')),
      usage_type: usageTypeOf(columns),
      operation: field(columns.focus('x_Operation')),
      region: field(columns.focus('RegionId', 'Region')),
      instance_type: instanceTypeOf(columns, missing),
      resource_id: field(of('resource_id', 'ResourceId')),
      parent_resource_id: "''",
      commitment: field(columns.focus('CommitmentDiscountId')),
      quantity: amount(of('quantity', 'ConsumedQuantity', 'PricingQuantity')),
      unit: field(columns.focus('ConsumedUnit', 'PricingUnit')),
      unblended: amount(of('unblended', 'BilledCost')),
      amortised: effective,
      net_amortised: effective,
      list_cost: amount(columns.focus('ListCost')),
      split_cost: amount(undefined),
      tags: tags === undefined ? quoteText(tagsNotInBill) : columns.dialect.jsonOfMap(tags),
    },
  }
}

function notesOf(columns: SourceColumns): readonly ProjectionNote[] {
  return [
    'focus-amortised',
    ...(providerOf(columns) === undefined ? (['provider-unknown'] as const) : []),
    ...(columns.focus('x_UsageType') === undefined ? (['instance-type-from-description'] as const) : []),
  ]
}

function providerOf(columns: SourceColumns): SourceColumn | undefined {
  return columns.focus('ServiceProviderName', 'ProviderName', 'HostProviderName')
}

type Find = (column: ChargeColumn, ...names: readonly string[]) => SourceColumn | undefined

function accountOf(columns: SourceColumns, of: Find): string {
  const account = text(of('account', 'SubAccountId', 'BillingAccountId'))
  return `COALESCE(NULLIF(${account}, ''), ${text(columns.focus('BillingAccountId'))})`
}

/** What AWS resells is published by somebody else, and invoiced as Marketplace. */
function entityOf(columns: SourceColumns): string {
  const publisher = text(columns.focus('PublisherName'))
  const issuer = text(columns.focus('InvoiceIssuerName', 'InvoiceIssuer'))
  return `CASE WHEN ${publisher} <> '' AND NOT ${columns.dialect.matches(publisher, '(?i)^(aws|amazon)')} THEN 'AWS Marketplace' WHEN ${columns.dialect.matches(issuer, '(?i)marketplace')} THEN 'AWS Marketplace' ELSE 'AWS' END`
}

/**
 * In the words of a Cost and Usage Report. FOCUS says more plainly what is unused (`UnusedCommitment`) and what buys a commitment
 * (`CommitmentFee`), where a CUR has several types for each.
 */
function lineTypeOf(columns: SourceColumns, of: Find): string {
  const category = text(of('line_type', 'ChargeCategory'))
  const chargeClass = text(columns.focus('ChargeClass'))
  const commitment = text(columns.focus('CommitmentDiscountId'))
  const type = text(columns.focus('CommitmentDiscountType'))
  const status = text(columns.focus('CommitmentDiscountStatus'))
  const usage = `CASE WHEN ${status} = 'Unused' THEN 'UnusedCommitment' WHEN ${commitment} = '' THEN 'Usage' WHEN ${columns.dialect.matches(type, '(?i)reserv')} THEN 'DiscountedUsage' ELSE 'SavingsPlanCoveredUsage' END`
  return [
    `CASE WHEN ${category} = 'Usage' AND ${chargeClass} = 'Correction' THEN 'Refund'`,
    `WHEN ${category} = 'Usage' THEN ${usage}`,
    `WHEN ${category} = 'Purchase' AND ${commitment} <> '' THEN 'CommitmentFee'`,
    `WHEN ${category} = 'Purchase' THEN 'Fee'`,
    `ELSE ${category} END`,
  ].join(' ')
}

/** Without AWS's own column, FOCUS itself says one thing that usage types say: that a reservation was not used (since 1.1). */
function usageTypeOf(columns: SourceColumns): string {
  const own = columns.focus('x_UsageType')
  const status = columns.focus('CapacityReservationStatus')
  if (own !== undefined || status === undefined) return field(own)
  return `CASE WHEN ${text(status)} = 'Unused' THEN 'UnusedBox' END`
}

/** Where AWS's own columns were not exported, the description names the machine: `$32.77 per On Demand Linux p4d.24xlarge Instance Hour`. */
function instanceTypeOf(columns: SourceColumns, missing: Map<ChargeColumn, readonly string[]>): string {
  const description = columns.focus('ChargeDescription')
  if (columns.focus('x_UsageType') !== undefined) return "''"
  if (description === undefined) missing.set('usage_type', ['x_UsageType', 'ChargeDescription'])
  return columns.dialect.extracted(text(description), machinePattern)
}
