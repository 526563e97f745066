import type {DeclaredResource} from '../model/declared.ts'
import type {Json} from '../model/value.ts'
import {idElements} from './aws_route_table.ts'
import type {OwnTarget, ProjectedProperty, Projection, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

const networkInterface = 'AWS::EC2::NetworkInterface'
const counts = 'counts the addresses, which are compared'

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterface.html; the attachment is
 * AWS::EC2::NetworkInterfaceAttachment there, here a member of the interface.
 */
export const entry: TerraformType = {
  type: 'aws_network_interface',
  confidence: 'curated',
  objectType: networkInterface,
  role: 'object',
  identity: [['id']],
  attributes: {
    attachment: {
      to: 'Attachment',
      block: 'single',
      computed: true,
      of: {
        attachment_id: {skip: 'computed', because: 'id that AWS gives to the attachment'},
        device_index: {to: 'DeviceIndex', default: 0},
        instance: {to: 'InstanceId'},
        network_card_index: {to: 'NetworkCardIndex', default: 0},
      },
    },
    description: {to: 'Description'},
    enable_primary_ipv6: {
      skip: 'write-only',
      because: 'EC2 shows which address is the primary one, not that one was asked for',
    },
    interface_type: {to: 'InterfaceType', default: 'interface', computed: true},
    ipv4_prefix_count: {skip: 'alias', because: counts},
    ipv4_prefixes: {to: 'Ipv4Prefixes', as: 'set', value: each('Ipv4Prefix'), computed: true},
    ipv6_address_count: {skip: 'alias', because: counts},
    ipv6_address_list: {skip: 'alias', because: 'ipv6_addresses in their order'},
    ipv6_address_list_enabled: {skip: 'terraform-only', because: 'which of two attributes the provider reads'},
    ipv6_addresses: {to: 'Ipv6Addresses', as: 'set', value: each('Ipv6Address'), computed: true},
    ipv6_prefix_count: {skip: 'alias', because: counts},
    ipv6_prefixes: {to: 'Ipv6Prefixes', as: 'set', value: each('Ipv6Prefix'), computed: true},
    mac_address: {skip: 'computed', because: 'chosen by AWS'},
    outpost_arn: {skip: 'computed', because: 'the Outpost of the subnet'},
    owner_id: {skip: 'computed', because: 'the account that owns the interface'},
    private_dns_name: {skip: 'computed', because: 'made of the address'},
    private_ip: {to: 'PrivateIpAddress', computed: true},
    private_ip_list: {skip: 'alias', because: 'private_ips in their order'},
    private_ip_list_enabled: {skip: 'terraform-only', because: 'which of two attributes the provider reads'},
    private_ips: {custom: 'SecondaryPrivateIpAddresses, all but private_ip'},
    private_ips_count: {skip: 'alias', because: counts},
    security_groups: {custom: 'elements of GroupSet'},
    source_dest_check: {to: 'SourceDestCheck', default: true},
    subnet_id: {to: 'SubnetId'},
  },
  project: groupsAndAddresses,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:network-interface/{id}',
    pseudo: ['Attachment'],
    severity: {GroupSet: 'high', SourceDestCheck: 'high'},
  },
}

/** The groups are Optional and Computed: they read back those of aws_network_interface_sg_attachment. */
function groupsAndAddresses({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const groups = plainOf(attributes['security_groups'])?.value
  const paths = Array.isArray(groups) ? ['GroupSet'] : []
  const elements = idElements('GroupSet', groups, 'security_groups')
  const properties = secondaryAddresses(attributes)
  return [{objectType: networkInterface, id, location, elements, exclusive: paths, echoes: paths, properties}]
}

function secondaryAddresses(attributes: DeclaredResource['attributes']): readonly ProjectedProperty[] {
  const addresses = plainOf(attributes['private_ips'])?.value
  if (!Array.isArray(addresses)) return []
  const value = (addresses as readonly Json[]).filter((address) => address !== attributes['private_ip'])
  return [{path: 'SecondaryPrivateIpAddresses', value, attribute: 'private_ips', as: 'set', computed: true}]
}

/** CloudFormation has an object for each address. */
function each(member: string): (addresses: Json) => Json {
  return (addresses) => (Array.isArray(addresses) ? addresses.map((address: Json) => ({[member]: address})) : addresses)
}
