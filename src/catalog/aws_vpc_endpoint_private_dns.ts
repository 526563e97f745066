import {vpcEndpoint} from './aws_vpc_endpoint.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_private_dns */
export const entry: TerraformType = {
  type: 'aws_vpc_endpoint_private_dns',
  confidence: 'curated',
  objectType: vpcEndpoint,
  role: 'part',
  identity: [['vpc_endpoint_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    private_dns_enabled: {to: 'PrivateDnsEnabled'},
    vpc_endpoint_id: {skip: 'identity', because: 'names the endpoint'},
  },
}
