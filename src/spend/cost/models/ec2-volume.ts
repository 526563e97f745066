import {Decimal} from '../../../model/money.ts'
import type {VolumeCharge} from '../../../model/price.ts'
import type {ValueRecord} from '../../../model/value.ts'
import type {Charge, CostModel} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'

/** Storage by the GB; what is included and what not is on https://aws.amazon.com/ebs/pricing/. */
export const ec2Volume: CostModel = {
  objectType: 'AWS::EC2::Volume',
  properties: ['VolumeType', 'Size', 'Iops', 'Throughput'],
  charges(properties) {
    const volumeType = textOf(properties, 'VolumeType') ?? 'gp2'
    const size = numberOf(properties, 'Size')
    if (size === undefined) return {unknown: 'value', what: 'volume size'}
    return {
      charges: [charge(volumeType, 'storage', size), ...performance(volumeType, properties)],
      // Magnetic volumes: https://aws.amazon.com/ebs/previous-generation/
      ...(volumeType === 'standard' && {notes: ['requests-extra']}),
    }
  },
}

const none = new Decimal(0)
const included = {iops: 3000, throughput: 125}

function performance(volumeType: string, properties: ValueRecord): readonly Charge[] {
  const iops = numberOf(properties, 'Iops') ?? none
  const throughput = numberOf(properties, 'Throughput') ?? none
  switch (volumeType) {
    case 'gp3':
      return [
        charge(volumeType, 'iops', above(iops, included.iops)),
        charge(volumeType, 'throughput', above(throughput, included.throughput)),
      ]
    case 'io1':
      return [charge(volumeType, 'iops', iops)]
    case 'io2':
      return [
        charge(volumeType, 'iops', Decimal.min(iops, 32_000)),
        charge(volumeType, 'iops-tier-2', above(Decimal.min(iops, 64_000), 32_000)),
        charge(volumeType, 'iops-tier-3', above(iops, 64_000)),
      ]
    default:
      return []
  }
}

function above(amount: Decimal, level: number): Decimal {
  return Decimal.max(amount.minus(level), 0)
}

function charge(volumeType: string, kind: VolumeCharge, quantity: Decimal): Charge {
  return {thing: {of: 'volume', volumeType, charge: kind}, quantity}
}
