import {idElements, routeTable} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/main_route_table_association */
export const entry: TerraformType = {
  type: 'aws_main_route_table_association',
  confidence: 'curated',
  objectType: routeTable,
  role: 'part',
  identity: [['route_table_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    original_route_table_id: {skip: 'terraform-only', because: 'what to make main again on destroy'},
    route_table_id: {skip: 'identity', because: 'names the table'},
    vpc_id: {custom: 'element of MainOfVpc'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = idElements('MainOfVpc', attributes['vpc_id'], 'vpc_id')
    return [{objectType: routeTable, id, location, elements, wholeResource: true}]
  },
}
