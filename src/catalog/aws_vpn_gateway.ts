import type {TerraformType} from './entry.ts'

/**
 * CloudFormation models the attachment as a type of its own, AWS::EC2::VPCGatewayAttachment: its `VpcId` is one of the gateway here, as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnGateway.html
 */
export const entry: TerraformType = {
  type: 'aws_vpn_gateway',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPNGateway',
  role: 'object',
  identity: [['id']],
  attributes: {
    amazon_side_asn: {to: 'AmazonSideAsn', computed: true},
    availability_zone: {skip: 'write-only', because: 'DescribeVpnGateways leaves it out for most gateways'},
    vpc_id: {to: 'VpcId', computed: true},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:vpn-gateway/{id}',
    pseudo: ['VpcId'],
    severity: {VpcId: 'high'},
  },
}
