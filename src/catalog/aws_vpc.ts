import type {ValueRecord} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'

const classicLink =
  'EC2-Classic was retired in August 2022 (https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/)'
const atCreation =
  'used at creation only; write-only in the CloudFormation schema (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html)'
const fixedByBlock = 'a block of addresses has one pool and one border group for good; ipv6_cidr_block is compared'
const related = 'id of an object that AWS makes with the VPC'

/** Common to aws_vpc and aws_default_vpc. */
export const vpcAttributes = {
  assign_generated_ipv6_cidr_block: {skip: 'alias', because: fixedByBlock},
  cidr_block: {to: 'CidrBlock', as: 'cidr'},
  default_network_acl_id: {skip: 'computed', because: related},
  default_route_table_id: {skip: 'computed', because: related},
  default_security_group_id: {skip: 'computed', because: related},
  dhcp_options_id: {skip: 'elsewhere', because: 'declared by aws_vpc_dhcp_options_association; here it is computed'},
  enable_classiclink: {skip: 'deprecated', because: classicLink},
  enable_classiclink_dns_support: {skip: 'deprecated', because: classicLink},
  enable_dns_hostnames: {to: 'EnableDnsHostnames', computed: true},
  enable_dns_support: {to: 'EnableDnsSupport'},
  // Not in the CloudFormation schema; named as in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html
  enable_network_address_usage_metrics: {to: 'EnableNetworkAddressUsageMetrics'},
  instance_tenancy: {to: 'InstanceTenancy', default: 'default'},
  ipv4_ipam_pool_id: {skip: 'write-only', because: atCreation},
  ipv4_netmask_length: {skip: 'write-only', because: atCreation},
  ipv6_association_id: {skip: 'computed', because: 'id that AWS gives to the association'},
  ipv6_cidr_block: {custom: 'element of Ipv6CidrBlocks'},
  ipv6_cidr_block_network_border_group: {skip: 'alias', because: fixedByBlock},
  ipv6_ipam_pool_id: {skip: 'write-only', because: 'DescribeVpcs names no IPAM pool, only `IPAM Managed`'},
  ipv6_netmask_length: {skip: 'write-only', because: atCreation},
  main_route_table_id: {skip: 'computed', because: related},
  owner_id: {skip: 'computed', because: 'the account that owns the VPC'},
} as const satisfies TerraformType['attributes']

export const entry: TerraformType = {
  type: 'aws_vpc',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPC',
  role: 'object',
  identity: [['id']],
  attributes: vpcAttributes,
  project: ({attributes}, {id, location}) =>
    id === undefined ? [] : [{objectType: 'AWS::EC2::VPC', id, location, elements: ipv6Blocks(attributes)}],
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:vpc/{id}',
    pseudo: ['DhcpOptionsId', 'EnableNetworkAddressUsageMetrics', 'IsDefault', 'Ipv6CidrBlocks', 'SecondaryCidrBlocks'],
    children: ['SecondaryCidrBlocks'],
  },
}

/** The VPC may have more IPv6 blocks, from aws_vpc_ipv6_cidr_block_association, so nobody claims all of them. */
export function ipv6Blocks(attributes: ValueRecord): readonly ProjectedElement[] {
  const block = attributes['ipv6_cidr_block']
  if (typeof block !== 'string' || block === '') return []
  return [{path: 'Ipv6CidrBlocks', element: block, attribute: 'ipv6_cidr_block', as: 'cidr'}]
}
