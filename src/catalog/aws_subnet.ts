import type {TerraformType} from './entry.ts'

/**
 * Common to aws_subnet and aws_default_subnet. The CloudFormation schema lacks customer-owned addresses: those are named as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html
 */
export const subnetAttributes = {
  assign_ipv6_address_on_creation: {to: 'AssignIpv6AddressOnCreation'},
  availability_zone: {to: 'AvailabilityZone', computed: true},
  availability_zone_id: {to: 'AvailabilityZoneId', computed: true},
  cidr_block: {to: 'CidrBlock', as: 'cidr'},
  customer_owned_ipv4_pool: {to: 'CustomerOwnedIpv4Pool'},
  enable_dns64: {to: 'EnableDns64'},
  enable_lni_at_device_index: {to: 'EnableLniAtDeviceIndex', default: 0},
  enable_resource_name_dns_a_record_on_launch: {to: 'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord'},
  enable_resource_name_dns_aaaa_record_on_launch: {
    to: 'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord',
  },
  ipv6_cidr_block: {to: 'Ipv6CidrBlock', as: 'cidr'},
  ipv6_cidr_block_association_id: {skip: 'computed', because: 'id that AWS gives to the association'},
  ipv6_native: {to: 'Ipv6Native'},
  map_customer_owned_ip_on_launch: {to: 'MapCustomerOwnedIpOnLaunch'},
  map_public_ip_on_launch: {to: 'MapPublicIpOnLaunch'},
  outpost_arn: {to: 'OutpostArn'},
  owner_id: {skip: 'computed', because: 'the account that owns the subnet'},
  private_dns_hostname_type_on_launch: {to: 'PrivateDnsNameOptionsOnLaunch.HostnameType', computed: true},
  vpc_id: {to: 'VpcId'},
} as const satisfies TerraformType['attributes']

export const entry: TerraformType = {
  type: 'aws_subnet',
  confidence: 'curated',
  objectType: 'AWS::EC2::Subnet',
  role: 'object',
  identity: [['id']],
  attributes: subnetAttributes,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:subnet/{id}',
    severity: {MapPublicIpOnLaunch: 'high'},
  },
}
