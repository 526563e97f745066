import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-dhcpoptions.html */
export const entry: TerraformType = {
  type: 'aws_vpc_dhcp_options',
  confidence: 'curated',
  objectType: 'AWS::EC2::DHCPOptions',
  role: 'object',
  identity: [['id']],
  attributes: {
    domain_name: {to: 'DomainName'},
    domain_name_servers: {to: 'DomainNameServers'},
    ipv6_address_preferred_lease_time: {to: 'Ipv6AddressPreferredLeaseTime', default: 0},
    netbios_name_servers: {to: 'NetbiosNameServers'},
    netbios_node_type: {to: 'NetbiosNodeType', default: 0},
    ntp_servers: {to: 'NtpServers'},
    owner_id: {skip: 'computed', because: 'the account that owns the options'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:dhcp-options/{id}',
    severity: {DomainNameServers: 'high'},
  },
}
