import {Decimal} from 'decimal.js'

import type {FocusLine, SyntheticCharge} from './charge.ts'
import {commitments} from './commitments.ts'
import {nonResource} from './non-resource.ts'
import {hourOf, randomOf, type Random} from './random.ts'

/** Private discount on EC2: net columns, and lines of discounts that take it off the unblended cost. */
const discount = '0.1'

/** Machines that a month has, with hourly price and devices: one of each kind of charge that has hours. */
const machines: readonly (readonly [
  usage: string,
  product: string,
  price: string,
  devices: string | undefined,
  bucket: string,
])[] = [
  ['USE2-BoxUsage:p5.48xlarge', 'AmazonEC2', '55.04', '8', 'accelerators'],
  ['USE2-SpotUsage:g6f.large', 'AmazonEC2', '0.0606', '0.125', 'accelerators'],
  ['EU-DedicatedUsage:g4dn.12xlarge', 'AmazonEC2', '4.3032', '4', 'accelerators'],
  ['USW2-LAX1-BoxUsage:g4dn.2xlarge', 'AmazonEC2', '0.9024', '1', 'accelerators'],
  ['UGW1-BoxUsage:p4d.24xlarge', 'AmazonEC2', '26.04', '8', 'accelerators'],
  ['BoxUsage:trn1.32xlarge', 'AmazonEC2', '21.5', '16', 'accelerators'],
  ['BoxUsage:inf2.48xlarge', 'AmazonEC2', '12.98127', '12', 'accelerators'],
  ['USE2-UnusedBox:p4d.24xlarge', 'AmazonEC2', '21.957642', undefined, 'idle-reservations'],
  ['BoxUsage:f2.6xlarge', 'AmazonEC2', '1.98', undefined, 'fpga-and-media'],
  ['BoxUsage:vt1.3xlarge', 'AmazonEC2', '0.65', undefined, 'fpga-and-media'],
  ['BoxUsage:p9x.48xlarge', 'AmazonEC2', '99.9', undefined, 'unknown-accelerators'],
  ['EUC1-Train:ml.p4d.24xlarge', 'AmazonSageMaker', '25.2513', '8', 'accelerators'],
  ['EUC1-Host:ml.g5.12xlarge', 'AmazonSageMaker', '7.09', '4', 'accelerators'],
  ['USE2-Cluster:ml.p5.48xlarge', 'AmazonSageMaker', '63.296', '8', 'accelerators'],
  ['USE1-Notebk:ml.g4dn.xlarge', 'AmazonSageMaker', '0.7364', '1', 'accelerators'],
  ['Studio:JupyterLab-ml.g6.xlarge', 'AmazonSageMaker', '1.0062', '1', 'accelerators'],
  ['USE2-BoxUsage:p5.48xlarge', 'ElasticMapReduce', '0.27', undefined, 'accelerators'],
  ['USE2-EKS-Auto:p5.48xlarge', 'AmazonEKS', '6.6048', undefined, 'accelerators'],
  ['BoxUsage:m7i.large', 'AmazonEC2', '0.1008', undefined, 'other-usage'],
  ['BoxUsage:i4i.large', 'AmazonEC2', '0.172', undefined, 'other-usage'],
  ['BoxUsage:m6g.large', 'AmazonEC2', '0.077', undefined, 'other-usage'],
  ['Host:ml.m5.large', 'AmazonSageMaker', '0.115', undefined, 'other-usage'],
]

/** A seeded month of charges of every kind; more `hours` are more lines of the same kinds. */
export function syntheticCharges(seed: number, hours = 24): readonly SyntheticCharge[] {
  const random = randomOf(seed)
  const charges: SyntheticCharge[] = []
  for (let hour = 0; hour < hours; hour += 1) {
    for (const [at, machine] of machines.entries()) charges.push(...machineCharges(machine, at, hour, random))
    charges.push(...commitments(hour, random))
  }
  return [...charges, ...nonResource(random)]
}

function machineCharges(
  [usageType, product, price, devices, bucket]: (typeof machines)[number],
  at: number,
  hour: number,
  random: Random,
): readonly SyntheticCharge[] {
  const quantity = random.hours()
  const unblended = new Decimal(price).times(quantity)
  const isDiscounted = product === 'AmazonEC2'
  const net = isDiscounted ? unblended.times(new Decimal(1).minus(discount)) : unblended
  const line: FocusLine = {category: 'Usage', billed: net.toFixed(), effective: net.toFixed(), bucket}
  const own = {
    product,
    usageType,
    account: random.account(),
    region: 'us-east-2',
    resource: resourceOf(usageType, product, at),
    ...hourOf(hour),
    tags: random.tags(),
    unit: 'Hrs',
  }
  const charge: SyntheticCharge = {
    ...own,
    lineType: 'Usage',
    operation: product === 'AmazonEC2' ? 'RunInstances' : '',
    quantity: quantity.toFixed(),
    unblended: unblended.toFixed(),
    netUnblended: net.toFixed(),
    focus: [line],
    answer: {
      bucket,
      amortised: unblended.toFixed(),
      netAmortised: net.toFixed(),
      unblended: unblended.toFixed(),
      ...(devices !== undefined && {deviceHours: quantity.times(devices).toFixed()}),
    },
  }
  return isDiscounted ? [charge, discountOf(charge, unblended.minus(net))] : [charge]
}

/** Negative and without tags, as AWS writes it; nothing is left of it in net costs. */
function discountOf(charge: SyntheticCharge, off: Decimal): SyntheticCharge {
  const {product, usageType, operation, account, region, start, end} = charge
  const amount = off.negated().toFixed()
  return {
    product,
    usageType,
    account,
    region,
    start,
    end,
    ...(operation !== undefined && {operation}),
    lineType: 'PrivateRateDiscount',
    unblended: amount,
    netUnblended: '0',
    focus: [],
    answer: {bucket: 'discounts', amortised: amount, netAmortised: '0', unblended: amount},
  }
}

function resourceOf(usageType: string, product: string, at: number): string {
  if (usageType.includes('Unused'))
    return 'arn:aws:ec2:us-east-2:111111111111:capacity-reservation/cr-00000000000000001'
  if (product === 'AmazonSageMaker') return `arn:aws:sagemaker:us-east-2:111111111111:synthetic/job-${at}`
  return `i-${String(at).padStart(17, '0')}`
}
