import type {SyntheticCharge} from './charge.ts'
import {hourOf, type Random} from './random.ts'

type Line = Pick<SyntheticCharge, 'lineType' | 'product' | 'usageType'> &
  Partial<SyntheticCharge> & {
    readonly amount: string
    readonly bucket: string
    readonly category?: 'Tax' | 'Credit' | 'Purchase'
    readonly correction?: true
  }

const lines: readonly Line[] = [
  {lineType: 'Tax', product: 'AmazonEC2', usageType: '', amount: '123.45', bucket: 'tax', category: 'Tax'},
  {
    lineType: 'Usage',
    product: 'AWSSupportEnterprise',
    productName: 'AWS Support (Enterprise)',
    usageType: 'Dollar',
    amount: '1500',
    bucket: 'support',
  },
  {
    lineType: 'Credit',
    product: 'AmazonEC2',
    usageType: 'BoxUsage:p5.48xlarge',
    amount: '-250.000000001',
    bucket: 'credits',
    category: 'Credit',
  },
  {
    lineType: 'Refund',
    product: 'AmazonEC2',
    usageType: 'BoxUsage:g5.xlarge',
    amount: '-1.006',
    bucket: 'refunds',
    correction: true,
  },
  {
    lineType: 'Fee',
    product: 'AmazonRegistrar',
    usageType: 'DomainRegistration',
    amount: '14',
    bucket: 'other-fees',
    category: 'Purchase',
  },
  {
    lineType: 'Usage',
    product: 'AmazonS3',
    usageType: 'TimedStorage-ByteHrs',
    amount: '0.0000000023',
    bucket: 'other-usage',
  },
  {
    lineType: 'Usage',
    product: 'AmazonBedrock',
    usageType: 'USE1-ProvisionedThroughput-ModelUnits',
    amount: '39.6',
    bucket: 'accelerators',
  },
  {
    lineType: 'Usage',
    product: 'AmazonBedrock',
    usageType: 'USE1-InputTokenCount',
    amount: '3.75',
    bucket: 'other-usage',
  },
  {
    lineType: 'Usage',
    product: 'AmazonWorkSpaces',
    usageType: 'USE1-GraphicsG4dn-AutoStop',
    amount: '17.5',
    bucket: 'accelerators',
  },
  {
    lineType: 'Usage',
    product: 'AmazonEC2',
    usageType: 'USE2-HostUsage:g4dn',
    resource: 'arn:aws:ec2:us-east-2:111111111111:dedicated-host/h-1',
    amount: '8.606',
    bucket: 'accelerators',
  },
  {
    lineType: 'Usage',
    product: 'AmazonEC2',
    usageType: 'USE2-HostBoxUsage:g4dn.12xlarge',
    resource: 'i-0000000000000d001',
    quantity: '2',
    unit: 'Hrs',
    amount: '0',
    bucket: 'accelerators',
  },
  {
    lineType: 'Usage',
    product: 'AmazonEC2',
    usageType: 'USE2-Reservation:p5.48xlarge',
    quantity: '1',
    unit: 'Hrs',
    amount: '0',
    bucket: 'accelerators',
  },
  {
    lineType: 'Usage',
    product: 'a1b2c3synthetic',
    productName: 'NVIDIA AI Enterprise',
    usageType: 'SoftwareUsage:p5.48xlarge',
    entity: 'AWS Marketplace',
    amount: '8',
    bucket: 'marketplace',
  },
]

/** Device hours of the lines above that are of a machine: two hours of four devices on a dedicated host. */
const hostHours = '8'

/** One line of everything that has no hours of its own, and shares of containers, which are in no total. */
export function nonResource(random: Random): readonly SyntheticCharge[] {
  const charges = lines.map(({amount, bucket, category, correction, ...line}): SyntheticCharge => ({
    ...line,
    account: '111111111111',
    region: 'us-east-2',
    ...hourOf(5),
    unblended: amount,
    netUnblended: amount,
    focus: [
      {category: category ?? 'Usage', billed: amount, effective: amount, bucket, ...(correction && {correction})},
    ],
    answer: {
      bucket,
      amortised: amount,
      netAmortised: amount,
      unblended: amount,
      ...(line.usageType.includes('HostBoxUsage') && {deviceHours: hostHours}),
    },
  }))
  return [...charges, containerShare(random)]
}

/** Split cost allocation repeats the instance's cost: counting it would double it. */
function containerShare(random: Random): SyntheticCharge {
  return {
    lineType: 'Usage',
    product: 'AmazonEKS',
    usageType: 'USE2-EKS-EC2-Accelerator-Hours',
    operation: 'EKSPod-EC2',
    account: '111111111111',
    region: 'us-east-2',
    resource: 'arn:aws:eks:us-east-2:111111111111:pod/serving/default/llm/1',
    parent: 'i-00000000000000000',
    split: {used: '30', unused: '6'},
    ...hourOf(7),
    quantity: '8',
    unit: 'Accelerator-Hours',
    tags: random.tags(),
    unblended: '55.04',
    netUnblended: '49.536',
    focus: [],
    answer: {bucket: 'split-cost-children', amortised: '55.04', netAmortised: '49.536', unblended: '55.04'},
  }
}
