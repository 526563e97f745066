import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/internet_gateway_attachment */
export const entry: TerraformType = {
  type: 'aws_internet_gateway_attachment',
  confidence: 'curated',
  objectType: 'AWS::EC2::InternetGateway',
  role: 'part',
  identity: [['internet_gateway_id']],
  arnAttribute: null,
  tags: 'none',
  presence: 'VpcId',
  attributes: {
    internet_gateway_id: {skip: 'identity', because: 'names the gateway'},
    vpc_id: {to: 'VpcId'},
  },
}
