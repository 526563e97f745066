import type {Json} from '../model/value.ts'
import {routeTable} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'
import {routeElement, routePaths} from './routes.ts'

const destination = {custom: 'destination of an element of Routes'} as const
const target = {custom: 'Target of an element of Routes'} as const

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route */
export const entry: TerraformType = {
  type: 'aws_route',
  confidence: 'curated',
  objectType: routeTable,
  role: 'part',
  identity: [['route_table_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    carrier_gateway_id: target,
    core_network_arn: target,
    destination_cidr_block: destination,
    destination_ipv6_cidr_block: destination,
    destination_prefix_list_id: destination,
    egress_only_gateway_id: target,
    gateway_id: target,
    instance_id: target,
    instance_owner_id: {skip: 'computed', because: 'the account that owns the instance'},
    local_gateway_id: target,
    nat_gateway_id: target,
    network_interface_id: target,
    odb_network_arn: target,
    origin: {skip: 'computed', because: 'how AWS came by the route'},
    route_table_id: {skip: 'identity', because: 'names the table that the route is part of'},
    state: {skip: 'computed', because: 'whether the target is there'},
    transit_gateway_id: target,
    vpc_endpoint_id: target,
    vpc_peering_connection_id: target,
  },
  project: ({attributes}, {id, location}) => {
    const plain = plainOf(attributes)
    if (id === undefined || plain === undefined) return []
    const elements = routeElement(plain.value as {readonly [name: string]: Json}, plain.secret)
    return [{objectType: routeTable, id, location, elements, wholeResource: true, open: [routePaths.given]}]
  },
}
