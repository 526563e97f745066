import {Decimal} from 'decimal.js'

import type {SyntheticCharge} from './charge.ts'
import {hourOf, type Random} from './random.ts'

const savingsPlanId = 'arn:aws:savingsplans::111111111111:savingsplan/00000000-0000-4000-8000-000000000001'
const reservationArn = 'arn:aws:ec2:us-east-2:111111111111:reserved-instances/00000000-0000-4000-8000-000000000002'
const block = 'arn:aws:ec2:us-east-2:111111111111:capacity-reservation/cr-00000000000000002'

/** What a savings plan, a reservation and a capacity block charge in an hour: usage that they cover, and what is left unused. */
export function commitments(hour: number, random: Random): readonly SyntheticCharge[] {
  return [...savingsPlan(hour, random), ...reservation(hour, random), ...capacityBlock(hour, random)]
}

/** Covered usage at what the plan charges for it; in CUR at the list price, taken back by a negation. No private discount is on plans. */
function savingsPlan(hour: number, random: Random): readonly SyntheticCharge[] {
  const own = {account: random.account(), region: 'us-east-2', ...hourOf(hour)}
  const quantity = random.hours()
  const list = new Decimal('24.48').times(quantity)
  const effective = new Decimal('16.5').times(quantity)
  const commitment = new Decimal('20')
  const unused = commitment.minus(effective)
  const plan = {id: savingsPlanId, type: 'Savings Plan'} as const
  return [
    {
      ...own,
      lineType: 'SavingsPlanCoveredUsage',
      product: 'AmazonEC2',
      usageType: 'USE2-BoxUsage:p3.16xlarge',
      operation: 'RunInstances',
      resource: 'i-0000000000000a001',
      quantity: quantity.toFixed(),
      unit: 'Hrs',
      tags: random.tags(),
      unblended: list.toFixed(),
      netUnblended: list.toFixed(),
      savingsPlan: {effective: effective.toFixed(), netEffective: effective.toFixed()},
      focus: [
        {category: 'Usage', billed: '0', effective: effective.toFixed(), commitment: plan, bucket: 'accelerators'},
      ],
      answer: {
        bucket: 'accelerators',
        amortised: effective.toFixed(),
        netAmortised: effective.toFixed(),
        unblended: list.toFixed(),
        deviceHours: quantity.times(8).toFixed(),
      },
    },
    {
      ...own,
      lineType: 'SavingsPlanNegation',
      product: 'ComputeSavingsPlans',
      usageType: 'USE2-BoxUsage:p3.16xlarge',
      unblended: list.negated().toFixed(),
      netUnblended: list.negated().toFixed(),
      focus: [],
      answer: {bucket: 'commitment-fees', amortised: '0', netAmortised: '0', unblended: list.negated().toFixed()},
    },
    {
      ...own,
      lineType: 'SavingsPlanRecurringFee',
      product: 'ComputeSavingsPlans',
      usageType: 'ComputeSP:1yrNoUpfront',
      unblended: commitment.toFixed(),
      netUnblended: commitment.toFixed(),
      savingsPlan: {total: commitment.toFixed(), used: effective.toFixed()},
      focus: [
        {
          category: 'Purchase',
          billed: commitment.toFixed(),
          effective: '0',
          commitment: plan,
          bucket: 'commitment-fees',
        },
        {
          category: 'Usage',
          billed: '0',
          effective: unused.toFixed(),
          commitment: {...plan, unused: true},
          bucket: 'unused-commitment',
        },
      ],
      answer: {
        bucket: 'unused-commitment',
        unblendedBucket: 'commitment-fees',
        amortised: unused.toFixed(),
        netAmortised: unused.toFixed(),
        unblended: commitment.toFixed(),
      },
    },
  ]
}

/** Paid in part ahead: the fee of the month holds what was not used; the private discount is on the recurring part. */
function reservation(hour: number, random: Random): readonly SyntheticCharge[] {
  const own = {account: random.account(), region: 'us-east-2', product: 'AmazonEC2', ...hourOf(hour)}
  const quantity = random.hours()
  const [effective, netEffective] = ['0.634', '0.6'].map((price) => new Decimal(price).times(quantity).toFixed()) as [
    string,
    string,
  ]
  const [unusedUpfront, unusedRecurring, netUnusedRecurring] = ['0.25', '0.75', '0.7']
  const unused = '1'
  const netUnused = '0.95'
  const held = {id: reservationArn, type: 'Reserved Instance'} as const
  return [
    {
      ...own,
      lineType: 'DiscountedUsage',
      usageType: 'USE2-BoxUsage:g5.xlarge',
      operation: 'RunInstances',
      resource: 'i-0000000000000b001',
      quantity: quantity.toFixed(),
      unit: 'Hrs',
      tags: random.tags(),
      unblended: '0',
      netUnblended: '0',
      reservation: {arn: reservationArn, effective, netEffective},
      focus: [{category: 'Usage', billed: '0', effective: netEffective, commitment: held, bucket: 'accelerators'}],
      answer: {
        bucket: 'accelerators',
        amortised: effective,
        netAmortised: netEffective,
        unblended: '0',
        deviceHours: quantity.toFixed(),
      },
    },
    {
      ...own,
      lineType: 'RIFee',
      usageType: 'USE2-HeavyUsage:g5.xlarge',
      unblended: '1.384',
      netUnblended: '1.3',
      reservation: {
        arn: reservationArn,
        unusedUpfront,
        netUnusedUpfront: unusedUpfront,
        unusedRecurring,
        netUnusedRecurring,
      },
      focus: [
        {category: 'Purchase', billed: '1.384', effective: '0', commitment: held, bucket: 'commitment-fees'},
        {
          category: 'Usage',
          billed: '0',
          effective: netUnused,
          commitment: {...held, unused: true},
          bucket: 'unused-commitment',
        },
      ],
      answer: {
        bucket: 'unused-commitment',
        unblendedBucket: 'commitment-fees',
        amortised: unused,
        netAmortised: netUnused,
        unblended: '1.384',
      },
    },
  ]
}

/** Paid ahead in the first hour; its machines run at no cost. FOCUS spreads the fee over them. */
function capacityBlock(hour: number, random: Random): readonly SyntheticCharge[] {
  const perHour = '63.296'
  const own = {account: '111111111111', region: 'us-east-2', product: 'AmazonEC2', ...hourOf(hour)}
  const running: SyntheticCharge = {
    ...own,
    lineType: 'Usage',
    usageType: 'USE2-BoxUsage:p5en.48xlarge',
    operation: 'RunInstances',
    resource: 'i-0000000000000c001',
    quantity: '1',
    unit: 'Hrs',
    tags: random.tags(),
    unblended: '0',
    netUnblended: '0',
    focus: [{category: 'Usage', billed: '0', effective: perHour, bucket: 'accelerators'}],
    answer: {bucket: 'accelerators', amortised: '0', netAmortised: '0', unblended: '0', deviceHours: '8'},
  }
  const fee: SyntheticCharge = {
    ...own,
    lineType: 'Fee',
    usageType: 'USE2-CapacityBlockFee:p5en.48xlarge',
    resource: block,
    unblended: perHour,
    netUnblended: perHour,
    reservation: {arn: block},
    focus: [{category: 'Purchase', billed: perHour, effective: '0', bucket: 'accelerators'}],
    answer: {bucket: 'accelerators', amortised: perHour, netAmortised: perHour, unblended: perHour},
  }
  return [running, fee]
}
