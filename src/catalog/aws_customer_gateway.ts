import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html */
export const entry: TerraformType = {
  type: 'aws_customer_gateway',
  confidence: 'curated',
  objectType: 'AWS::EC2::CustomerGateway',
  role: 'object',
  identity: [['id']],
  attributes: {
    bgp_asn: {to: 'BgpAsn'},
    bgp_asn_extended: {to: 'BgpAsnExtended'},
    certificate_arn: {to: 'CertificateArn'},
    device_name: {to: 'DeviceName'},
    ip_address: {to: 'IpAddress'},
    type: {to: 'Type'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:customer-gateway/{id}',
    severity: {CertificateArn: 'high', IpAddress: 'high'},
  },
}
