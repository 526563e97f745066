import type {FocusLine, SyntheticCharge} from './charge.ts'
import type {Cells} from './cur-rows.ts'

/** 1.3 has the old names of providers beside the new ones, 1.4 the new ones alone. */
export type FocusVersion = '1.0' | '1.2' | '1.3' | '1.4'

export function focusRow(charge: SyntheticCharge, line: FocusLine, version: FocusVersion): Cells {
  const {commitment} = line
  return {
    BilledCost: line.billed,
    BillingAccountId: '111111111111',
    BillingCurrency: 'USD',
    BillingPeriodStart: '2026-10-01T00:00:00Z',
    BillingPeriodEnd: '2026-11-01T00:00:00Z',
    ChargeCategory: line.category,
    ChargeClass: line.correction ? 'Correction' : null,
    ChargeDescription: `synthetic ${charge.usageType}`,
    ChargePeriodStart: charge.start,
    ChargePeriodEnd: charge.end,
    CommitmentDiscountId: commitment?.id ?? null,
    CommitmentDiscountStatus:
      commitment === undefined ? null : commitment.unused ? 'Unused' : line.category === 'Usage' ? 'Used' : null,
    CommitmentDiscountType: commitment?.type ?? null,
    ConsumedQuantity: line.category === 'Usage' && !commitment?.unused ? (charge.quantity ?? null) : null,
    ConsumedUnit: charge.unit ?? null,
    EffectiveCost: line.effective,
    ...providers(charge, version),
    RegionId: charge.region,
    ResourceId: charge.resource ?? null,
    ServiceName: charge.productName ?? charge.product,
    SubAccountId: charge.account,
    Tags: charge.tags === undefined ? null : JSON.stringify(charge.tags),
    x_Operation: charge.operation ?? null,
    x_ServiceCode: charge.product,
    x_UsageType: charge.usageType,
  }
}

function providers({entity}: SyntheticCharge, version: FocusVersion): Cells {
  const seller = entity === 'AWS Marketplace' ? 'NVIDIA Corporation' : 'Amazon Web Services, Inc.'
  const old = {ProviderName: 'AWS', PublisherName: seller, InvoiceIssuerName: 'Amazon Web Services, Inc.'}
  const renamed = {
    ServiceProviderName: 'AWS',
    HostProviderName: 'AWS',
    InvoiceIssuerName: entity === 'AWS Marketplace' ? 'AWS Marketplace' : 'Amazon Web Services, Inc.',
  }
  if (version === '1.4') return renamed
  return version === '1.3' ? {...old, ...renamed} : old
}
