import {Decimal} from '../../../model/money.ts'
import type {CostModel} from '../cost-model.ts'
import {textOf} from '../property.ts'

/** A whole host by its family, whatever runs on it: https://aws.amazon.com/ec2/dedicated-hosts/pricing/ */
export const ec2Host: CostModel = {
  objectType: 'AWS::EC2::Host',
  properties: ['InstanceFamily', 'InstanceType'],
  charges(properties) {
    const family = textOf(properties, 'InstanceFamily') ?? textOf(properties, 'InstanceType')?.split('.')[0]
    if (family === undefined) return {unknown: 'value', what: 'family of the host'}
    return {charges: [{thing: {of: 'dedicated-host', family}, quantity: new Decimal(1)}]}
  },
}
