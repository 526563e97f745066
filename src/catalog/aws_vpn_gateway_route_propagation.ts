import {idElements, routeTable} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_gateway_route_propagation */
export const entry: TerraformType = {
  type: 'aws_vpn_gateway_route_propagation',
  confidence: 'curated',
  objectType: routeTable,
  role: 'part',
  identity: [['route_table_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    route_table_id: {skip: 'identity', because: 'names the table'},
    vpn_gateway_id: {custom: 'element of PropagatingVgws'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = idElements('PropagatingVgws', attributes['vpn_gateway_id'], 'vpn_gateway_id')
    return [{objectType: routeTable, id, location, elements, wholeResource: true}]
  },
}
