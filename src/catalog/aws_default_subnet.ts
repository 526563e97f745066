import {subnetAttributes} from './aws_subnet.ts'
import type {TerraformType} from './entry.ts'

/** The subnet that AWS makes in a zone of the default VPC, adopted. It has no `object` facts: aws_subnet is what creates subnets. */
export const entry: TerraformType = {
  type: 'aws_default_subnet',
  confidence: 'curated',
  objectType: 'AWS::EC2::Subnet',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...subnetAttributes,
    existing_default_subnet: {skip: 'terraform-only', because: 'whether the subnet was adopted or made'},
    force_destroy: {skip: 'terraform-only', because: 'what to do before a delete'},
  },
}
