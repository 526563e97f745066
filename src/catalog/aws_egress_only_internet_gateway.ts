import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-egressonlyinternetgateway.html */
export const entry: TerraformType = {
  type: 'aws_egress_only_internet_gateway',
  confidence: 'curated',
  objectType: 'AWS::EC2::EgressOnlyInternetGateway',
  role: 'object',
  identity: [['id']],
  attributes: {
    vpc_id: {to: 'VpcId'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:egress-only-internet-gateway/{id}',
  },
}
