import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-mounttarget.html */
export const entry = {
  type: 'aws_efs_mount_target',
  confidence: 'curated',
  objectType: 'AWS::EFS::MountTarget',
  role: 'object',
  identity: [['id']],
  arnAttribute: 'file_system_arn',
  tags: 'none',
  attributes: {
    availability_zone_id: {skip: 'computed', because: 'follows from the subnet'},
    availability_zone_name: {skip: 'computed', because: 'follows from the subnet'},
    dns_name: {skip: 'computed', because: 'made of ids and region'},
    file_system_arn: {skip: 'alias', because: 'the same as file_system_id'},
    file_system_id: {to: 'FileSystemId'},
    ip_address: {to: 'IpAddress', computed: true},
    // Write-only to CloudFormation.
    ip_address_type: {to: 'IpAddressType', default: 'IPV4_ONLY', computed: true},
    ipv6_address: {to: 'Ipv6Address', as: 'ipv6Addresses', computed: true},
    mount_target_dns_name: {skip: 'computed', because: 'made of ids and region'},
    network_interface_id: {skip: 'computed', because: 'made by EFS'},
    owner_id: {skip: 'computed', because: 'the account'},
    security_groups: {to: 'SecurityGroups', as: 'set', computed: true},
    subnet_id: {to: 'SubnetId'},
  },
  object: {idScope: 'region', pseudo: ['IpAddressType'], severity: {SecurityGroups: 'high'}},
} satisfies TerraformType
