import {vpcEndpoint} from './aws_vpc_endpoint.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_policy */
export const entry: TerraformType = {
  type: 'aws_vpc_endpoint_policy',
  confidence: 'curated',
  objectType: vpcEndpoint,
  role: 'part',
  identity: [['vpc_endpoint_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    policy: {to: 'PolicyDocument', as: 'iamPolicy', computed: true},
    vpc_endpoint_id: {skip: 'identity', because: 'names the endpoint'},
  },
}
