import type {TerraformType} from './entry.ts'

/**
 * AWS::EC2::VPCDHCPOptionsAssociation in CloudFormation; here a property of the VPC, as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html
 */
export const entry: TerraformType = {
  type: 'aws_vpc_dhcp_options_association',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPC',
  role: 'part',
  identity: [['vpc_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    dhcp_options_id: {custom: 'DhcpOptionsId of the VPC, unless it is `default`, which stands for the options of AWS'},
    vpc_id: {skip: 'identity', because: 'names the VPC'},
  },
  project: ({attributes}, {id, location}) => {
    const {dhcp_options_id: value} = attributes
    if (id === undefined || value === undefined || value === 'default') return []
    const property = {path: 'DhcpOptionsId', value, attribute: 'dhcp_options_id'}
    return [{objectType: 'AWS::EC2::VPC', id, location, properties: [property]}]
  },
}
