import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_gateway_attachment */
export const entry: TerraformType = {
  type: 'aws_vpn_gateway_attachment',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPNGateway',
  role: 'part',
  identity: [['vpn_gateway_id']],
  arnAttribute: null,
  tags: 'none',
  presence: 'VpcId',
  attributes: {
    vpc_id: {to: 'VpcId'},
    vpn_gateway_id: {skip: 'identity', because: 'names the gateway'},
  },
}
