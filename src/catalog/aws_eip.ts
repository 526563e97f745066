import type {DeclaredResource} from '../model/declared.ts'
import type {OwnTarget, Projection, TerraformType} from './entry.ts'
import {idElements} from './aws_route_table.ts'

const of = 'follows from what the address is associated with'

/**
 * What the address is associated with, and the address there, are named as in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html; the
 * association is a list, `AssociatedWith`, since aws_eip_association and aws_nat_gateway declare it too.
 */
export const entry: TerraformType = {
  type: 'aws_eip',
  confidence: 'curated',
  objectType: 'AWS::EC2::EIP',
  role: 'object',
  identity: [['public_ip', 'id']],
  attributes: {
    address: {skip: 'identity', because: 'asks for the address that public_ip then names'},
    allocation_id: {skip: 'identity', because: 'the id'},
    associate_with_private_ip: {to: 'PrivateIpAddress', computed: true},
    association_id: {skip: 'computed', because: 'id that AWS gives to the association'},
    carrier_ip: {skip: 'computed', because: 'chosen by AWS'},
    customer_owned_ip: {skip: 'computed', because: 'chosen from customer_owned_ipv4_pool, which is compared'},
    customer_owned_ipv4_pool: {to: 'CustomerOwnedIpv4Pool'},
    domain: {to: 'Domain', computed: true},
    instance: {custom: 'element of AssociatedWith'},
    ipam_pool_id: {skip: 'write-only', because: 'write-only in the CloudFormation schema'},
    network_border_group: {to: 'NetworkBorderGroup', computed: true},
    network_interface: {custom: 'element of AssociatedWith, where there is no instance'},
    private_dns: {skip: 'computed', because: of},
    private_ip: {skip: 'computed', because: of},
    ptr_record: {skip: 'elsewhere', because: 'declared by aws_eip_domain_name'},
    public_dns: {skip: 'computed', because: 'made of the address'},
    public_ip: {skip: 'identity', because: 'part of the identifier'},
    public_ipv4_pool: {to: 'PublicIpv4Pool', computed: true},
    vpc: {skip: 'alias', because: 'domain says the same'},
  },
  project: association,
  object: {
    idScope: 'region',
    pseudo: ['AssociatedWith', 'CustomerOwnedIpv4Pool', 'PrivateIpAddress'],
  },
}

/** Optional and Computed: without one of its own the address reads back what others associated it with. */
function association({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const elements = associatedWith(attributes, 'instance', 'network_interface')
  if (id === undefined || elements.length === 0) return []
  const paths = ['AssociatedWith']
  return [{objectType: 'AWS::EC2::EIP', id, location, elements, exclusive: paths, echoes: paths}]
}

/** The instance, else the interface: states name both for an instance. */
export function associatedWith(
  attributes: DeclaredResource['attributes'],
  instance: string,
  networkInterface: string,
): NonNullable<Projection['elements']> {
  const byInstance = idElements('AssociatedWith', attributes[instance], instance)
  if (byInstance.length > 0) return byInstance
  return idElements('AssociatedWith', attributes[networkInterface], networkInterface)
}
