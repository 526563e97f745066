import type {SyntheticCharge} from './charge.ts'

/** A row by column: null is nothing. */
export type Cells = Readonly<Record<string, string | null>>

export const tagKeys = ['Owner', 'CostCenter'] as const

/** Columns as the legacy report names them; those of tags are added by the writer, since each format has others. */
export function curRow(charge: SyntheticCharge, line: number): Cells {
  return {
    'identity/LineItemId': `synthetic-${line}`,
    'identity/TimeInterval': `${charge.start}/${charge.end}`,
    'bill/BillingEntity': charge.entity ?? 'AWS',
    'bill/PayerAccountId': '111111111111',
    'bill/BillingPeriodStartDate': '2026-10-01T00:00:00Z',
    'bill/BillingPeriodEndDate': '2026-11-01T00:00:00Z',
    'lineItem/UsageAccountId': charge.account,
    'lineItem/LineItemType': charge.lineType,
    'lineItem/UsageStartDate': charge.start,
    'lineItem/UsageEndDate': charge.end,
    'lineItem/ProductCode': charge.product,
    'lineItem/UsageType': charge.usageType,
    'lineItem/Operation': charge.operation ?? null,
    'lineItem/ResourceId': charge.resource ?? null,
    'lineItem/UsageAmount': charge.quantity ?? null,
    'lineItem/CurrencyCode': 'USD',
    'lineItem/UnblendedCost': charge.unblended,
    'lineItem/NetUnblendedCost': charge.netUnblended,
    'lineItem/LineItemDescription': `synthetic ${charge.usageType}`,
    'product/ProductName': charge.productName ?? null,
    'product/region': charge.region,
    'pricing/unit': charge.unit ?? null,
    ...commitmentCells(charge),
    'splitLineItem/ParentResourceId': charge.parent ?? null,
    'splitLineItem/SplitCost': charge.split?.used ?? null,
    'splitLineItem/UnusedCost': charge.split?.unused ?? null,
    'splitLineItem/NetSplitCost': charge.split?.used ?? null,
    'splitLineItem/NetUnusedCost': charge.split?.unused ?? null,
  }
}

function commitmentCells({savingsPlan = {}, reservation = {}}: SyntheticCharge): Cells {
  return {
    'reservation/ReservationARN': reservation.arn ?? null,
    'reservation/EffectiveCost': reservation.effective ?? null,
    'reservation/NetEffectiveCost': reservation.netEffective ?? null,
    'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod': reservation.unusedUpfront ?? null,
    'reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod': reservation.netUnusedUpfront ?? null,
    'reservation/UnusedRecurringFee': reservation.unusedRecurring ?? null,
    'reservation/NetUnusedRecurringFee': reservation.netUnusedRecurring ?? null,
    'savingsPlan/SavingsPlanEffectiveCost': savingsPlan.effective ?? null,
    'savingsPlan/NetSavingsPlanEffectiveCost': savingsPlan.netEffective ?? null,
    'savingsPlan/TotalCommitmentToDate': savingsPlan.total ?? null,
    'savingsPlan/UsedCommitment': savingsPlan.used ?? null,
  }
}

/** The legacy name as Athena and CUR 2.0 spell it. */
export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(/[/:]_?/g, '_')
}
