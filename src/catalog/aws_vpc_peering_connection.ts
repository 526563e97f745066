import type {BlockRule, TerraformType} from './entry.ts'

export const peeringConnection = 'AWS::EC2::VPCPeeringConnection'
const classicLink = {
  skip: 'deprecated',
  because:
    'EC2-Classic was retired in August 2022 (https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/)',
} as const

/** What one side allows; not in the CloudFormation schema: named as in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html */
function side(name: string): BlockRule {
  return {
    to: `${name}VpcInfo.PeeringOptions`,
    block: 'single',
    computed: true,
    of: {
      allow_classic_link_to_remote_vpc: classicLink,
      allow_remote_vpc_dns_resolution: {to: 'AllowDnsResolutionFromRemoteVpc'},
      allow_vpc_to_remote_classic_link: classicLink,
    },
  }
}

/** Common to aws_vpc_peering_connection and aws_vpc_peering_connection_options. */
export const peeringSides = {accepter: side('Accepter'), requester: side('Requester')} as const

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html */
export const entry: TerraformType = {
  type: 'aws_vpc_peering_connection',
  confidence: 'curated',
  objectType: peeringConnection,
  role: 'object',
  identity: [['id']],
  attributes: {
    ...peeringSides,
    accept_status: {skip: 'computed', because: 'where the connection is'},
    auto_accept: {skip: 'terraform-only', because: 'accepts the connection after creation'},
    peer_owner_id: {to: 'PeerOwnerId', computed: true},
    peer_region: {to: 'PeerRegion', computed: true},
    peer_vpc_id: {to: 'PeerVpcId'},
    vpc_id: {to: 'VpcId'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:vpc-peering-connection/{id}',
    pseudo: ['AccepterVpcInfo', 'RequesterVpcInfo'],
  },
}
