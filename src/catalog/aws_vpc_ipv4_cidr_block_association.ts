import type {TerraformType} from './entry.ts'

const atCreation = 'used at creation only; cidr_block is what came of it'

/** AWS::EC2::VPCCidrBlock in CloudFormation; here an element of the VPC's `SecondaryCidrBlocks`. */
export const entry: TerraformType = {
  type: 'aws_vpc_ipv4_cidr_block_association',
  confidence: 'curated',
  objectType: 'AWS::EC2::VPC',
  role: 'part',
  identity: [['vpc_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    cidr_block: {custom: 'element of SecondaryCidrBlocks'},
    ipv4_ipam_pool_id: {skip: 'write-only', because: atCreation},
    ipv4_netmask_length: {skip: 'write-only', because: atCreation},
    vpc_id: {skip: 'identity', because: 'names the VPC'},
  },
  project: ({attributes}, {id, location}) => {
    const {cidr_block: block} = attributes
    if (id === undefined || typeof block !== 'string' || block === '') return []
    const element = {path: 'SecondaryCidrBlocks', element: block, attribute: 'cidr_block', as: 'cidr'} as const
    return [{objectType: 'AWS::EC2::VPC', id, location, elements: [element], wholeResource: true}]
  },
}
