import type {Json} from '../model/value.ts'
import {hostedZone, vpcElement} from './aws_route53_zone.ts'
import type {TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone_association */
export const entry: TerraformType = {
  type: 'aws_route53_zone_association',
  confidence: 'curated',
  objectType: hostedZone,
  role: 'part',
  identity: [['zone_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    owning_account: {skip: 'computed', because: 'the account that owns the zone'},
    vpc_id: {custom: 'element of VPCs'},
    vpc_region: {custom: 'element of VPCs'},
    zone_id: {skip: 'identity', because: 'names the zone'},
  },
  project: ({attributes}, {id, location}) => {
    const plain = plainOf(attributes)
    if (id === undefined || plain === undefined) return []
    const elements = vpcElement(plain.value as {readonly [name: string]: Json}, 'vpc_id')
    return [{objectType: hostedZone, id, location, elements, wholeResource: true}]
  },
}
