import type {TerraformType} from './entry.ts'
import {ipv6Blocks} from './aws_vpc.ts'

export const entry: TerraformType = {
  type: 'aws_vpc_ipv6_cidr_block_association',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPC',
  role: 'part',
  identity: [['vpc_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    assign_generated_ipv6_cidr_block: {skip: 'alias', because: 'fixed by ipv6_cidr_block, which is compared'},
    ip_source: {skip: 'computed', because: 'where AWS took the addresses from'},
    ipv6_address_attribute: {skip: 'computed', because: 'whether AWS advertises the block'},
    ipv6_cidr_block: {custom: 'element of Ipv6CidrBlocks'},
    ipv6_ipam_pool_id: {skip: 'write-only', because: 'DescribeVpcs names no IPAM pool, only `IPAM Managed`'},
    ipv6_netmask_length: {skip: 'write-only', because: 'used at creation only'},
    ipv6_pool: {skip: 'alias', because: 'fixed by ipv6_cidr_block, which is compared'},
    vpc_id: {skip: 'identity', because: 'names the VPC that the block is part of'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    return [{objectType: 'AWS::EC2::VPC', id, location, elements: ipv6Blocks(attributes), wholeResource: true}]
  },
}
