import {describe, expect, test} from 'vitest'

import {bucketNames, type ChargeKind} from '../../src/spend/classify/charge-kind.ts'
import {classify} from '../../src/spend/classify/classify.ts'

const usage: ChargeKind = {
  provider: 'AWS',
  entity: 'AWS',
  line_type: 'Usage',
  product: 'AmazonEC2',
  product_name: '',
  usage_type: '',
  operation: 'RunInstances',
  instance_type: '',
  unit: 'Hrs',
  child: false,
  dated: true,
}

/** Usage type, product, then bucket, role and devices as they must come out; no role where no accelerator is charged. */
test.each([
  ['BoxUsage:p5.48xlarge', 'AmazonEC2', 'accelerators', 'machine', '8'],
  ['USE2-BoxUsage:p5e.48xlarge', 'AmazonEC2', 'accelerators', 'machine', '8'],
  ['USE2-BoxUsage:p6-b200.48xlarge', 'AmazonEC2', 'accelerators', 'machine', '8'],
  ['EU-SpotUsage:g6f.large', 'AmazonEC2', 'accelerators', 'machine', '0.125'],
  ['UGE1-BoxUsage:inf1.xlarge', 'AmazonEC2', 'accelerators', 'machine', '1'],
  ['USW2-LAX1-BoxUsage:g4dn.2xlarge', 'AmazonEC2', 'accelerators', 'machine', '1'],
  ['BoxUsage:dl2q.24xlarge', 'AmazonEC2', 'accelerators', 'machine', '8'],
  ['BoxUsage:f2.6xlarge', 'AmazonEC2', 'fpga-and-media', 'machine', '1'],
  ['BoxUsage:vt1.3xlarge', 'AmazonEC2', 'fpga-and-media', 'machine', '1'],
  ['BoxUsage:g9.48xlarge', 'AmazonEC2', 'unknown-accelerators', 'machine', undefined],
  ['UnusedBox:p4d.24xlarge', 'AmazonEC2', 'idle-reservations', 'idle', '8'],
  ['UnusedDed:p4d.24xlarge', 'AmazonEC2', 'idle-reservations', 'idle', '8'],
  ['Reservation:p4d.24xlarge', 'AmazonEC2', 'accelerators', 'marker', '8'],
  ['CapacityBlockFee:p5.48xlarge', 'AmazonEC2', 'accelerators', 'upfront', '8'],
  ['EBSOptimized:p3.2xlarge', 'AmazonEC2', 'accelerators', 'surcharge', '1'],
  ['USE1-Train:ml.p4d.24xlarge', 'AmazonSageMaker', 'accelerators', 'machine', '8'],
  ['USE1-Cluster:ml.trn1.32xlarge', 'AmazonSageMaker', 'accelerators', 'machine', '16'],
  ['BoxUsage:p5.48xlarge', 'ElasticMapReduce', 'accelerators', 'surcharge', '8'],
  ['USE1-ProvisionedThroughput-ModelUnits', 'AmazonBedrock', 'accelerators', 'managed', undefined],
  ['USE1-InputTokenCount', 'AmazonBedrock', 'other-usage', undefined, undefined],
  ['BoxUsage:i4i.large', 'AmazonEC2', 'other-usage', undefined, undefined],
  ['BoxUsage:m6g.large', 'AmazonEC2', 'other-usage', undefined, undefined],
  ['InstanceUsage:db.r5.large', 'AmazonRDS', 'other-usage', undefined, undefined],
  ['USE2-Train:ml.m5.large', 'AmazonSageMaker', 'other-usage', undefined, undefined],
])('%s of %s: %s', (usageType, product, bucket, role, count) => {
  const {machine, ...rest} = classify({...usage, usage_type: usageType, product}, 'net-amortised')
  expect({...rest, role: machine?.role, count: machine?.accelerator?.count}).toEqual({bucket, role, count})
})

test('a dedicated host has accelerators of a family, and nobody knows how many', () => {
  const {bucket, machine} = classify({...usage, usage_type: 'USE2-HostUsage:g4dn'}, 'amortised')
  expect({bucket, role: machine?.role, hours: machine?.hours}).toEqual({
    bucket: 'accelerators',
    role: 'host',
    hours: false,
  })
})

describe('lines that are for no resource', () => {
  test.each([
    ['Tax', 'tax', 'tax'],
    ['Credit', 'credits', 'credits'],
    ['Refund', 'refunds', 'refunds'],
    ['EdpDiscount', 'discounts', 'discounts'],
    ['PrivateRateDiscount', 'discounts', 'discounts'],
    ['RIFee', 'unused-commitment', 'commitment-fees'],
    ['SavingsPlanRecurringFee', 'unused-commitment', 'commitment-fees'],
    ['SavingsPlanNegation', 'commitment-fees', 'commitment-fees'],
    ['SomethingNew', 'other-line-types', 'other-line-types'],
  ])('%s', (lineType, amortised, unblended) => {
    const kind = {
      ...usage,
      line_type: lineType,
      usage_type: lineType === 'SomethingNew' ? 'Anything' : 'BoxUsage:p5.48xlarge',
    }
    expect([classify(kind, 'amortised').bucket, classify(kind, 'unblended').bucket]).toEqual([amortised, unblended])
  })

  test('a line of another cloud, of a container, of no time', () => {
    const kinds = [{provider: 'Microsoft'}, {child: true}, {dated: false}]
    expect(kinds.map((kind) => classify({...usage, ...kind}, 'amortised').bucket)).toEqual([
      'other-providers',
      'split-cost-children',
      'absurd-dates',
    ])
  })
})

test('no bucket is named twice', () => {
  expect(new Set(bucketNames).size).toBe(bucketNames.length)
})
