import {associatedWith} from './aws_eip.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eip_association */
export const entry: TerraformType = {
  type: 'aws_eip_association',
  confidence: 'curated',
  objectType: 'AWS::EC2::EIP',
  role: 'part',
  identity: [['public_ip', 'allocation_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    allocation_id: {skip: 'identity', because: 'names the address'},
    allow_reassociation: {skip: 'terraform-only', because: 'what to do with an address that is in use'},
    instance_id: {custom: 'element of AssociatedWith'},
    network_interface_id: {custom: 'element of AssociatedWith, where there is no instance'},
    private_ip_address: {to: 'PrivateIpAddress', computed: true},
    public_ip: {skip: 'identity', because: 'names the address'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = associatedWith(attributes, 'instance_id', 'network_interface_id')
    return [{objectType: 'AWS::EC2::EIP', id, location, elements, wholeResource: true}]
  },
}
