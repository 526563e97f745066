import {ipv6Blocks, vpcAttributes} from './aws_vpc.ts'
import type {TerraformType} from './entry.ts'

/** The VPC that AWS makes in each region, adopted. It has no `object` facts: aws_vpc is what creates VPCs. */
export const entry: TerraformType = {
  type: 'aws_default_vpc',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPC',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...vpcAttributes,
    existing_default_vpc: {skip: 'terraform-only', because: 'whether the VPC was adopted or made'},
    force_destroy: {skip: 'terraform-only', because: 'what to do before a delete'},
  },
  project: ({attributes}, {id, location}) =>
    id === undefined ? [] : [{objectType: 'AWS::EC2::VPC', id, location, elements: ipv6Blocks(attributes)}],
}
