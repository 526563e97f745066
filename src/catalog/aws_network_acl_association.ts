import {networkAcl} from './aws_network_acl.ts'
import {idElements} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_association */
export const entry: TerraformType = {
  type: 'aws_network_acl_association',
  confidence: 'curated',
  objectType: networkAcl,
  role: 'part',
  identity: [['network_acl_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    network_acl_id: {skip: 'identity', because: 'names the list'},
    subnet_id: {custom: 'element of SubnetIds'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = idElements('SubnetIds', attributes['subnet_id'], 'subnet_id')
    return [{objectType: networkAcl, id, location, elements, wholeResource: true}]
  },
}
