import {idElements} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_interface_sg_attachment */
export const entry: TerraformType = {
  type: 'aws_network_interface_sg_attachment',
  confidence: 'curated',
  objectType: 'AWS::EC2::NetworkInterface',
  role: 'part',
  identity: [['network_interface_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    network_interface_id: {skip: 'identity', because: 'names the interface'},
    security_group_id: {custom: 'element of GroupSet'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = idElements('GroupSet', attributes['security_group_id'], 'security_group_id')
    return [{objectType: 'AWS::EC2::NetworkInterface', id, location, elements, wholeResource: true}]
  },
}
