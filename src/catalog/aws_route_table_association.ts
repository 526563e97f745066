import {idElements, routeTable} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table_association */
export const entry: TerraformType = {
  type: 'aws_route_table_association',
  confidence: 'curated',
  objectType: routeTable,
  role: 'part',
  identity: [['route_table_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    gateway_id: {custom: 'element of GatewayIds'},
    route_table_id: {skip: 'identity', because: 'names the table'},
    subnet_id: {custom: 'element of SubnetIds'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = [
      ...idElements('SubnetIds', attributes['subnet_id'], 'subnet_id'),
      ...idElements('GatewayIds', attributes['gateway_id'], 'gateway_id'),
    ]
    return [{objectType: routeTable, id, location, elements, wholeResource: true}]
  },
}
