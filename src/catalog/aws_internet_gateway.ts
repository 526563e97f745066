import type {TerraformType} from './entry.ts'

/**
 * CloudFormation models the attachment as a type of its own, AWS::EC2::VPCGatewayAttachment: its `VpcId` is one of the gateway here, as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html
 */
export const entry: TerraformType = {
  type: 'aws_internet_gateway',
  confidence: 'curated',
  objectType: 'AWS::EC2::InternetGateway',
  role: 'object',
  identity: [['id']],
  attributes: {
    owner_id: {skip: 'computed', because: 'the account that owns the gateway'},
    vpc_id: {to: 'VpcId', computed: true},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:internet-gateway/{id}',
    pseudo: ['VpcId'],
    severity: {VpcId: 'high'},
  },
}
