import {inlineRoutes, routeTable, routeTableAttributes} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** The main table that AWS makes with each VPC, adopted. It has no `object` facts: aws_route_table is what creates tables. */
export const entry: TerraformType = {
  type: 'aws_default_route_table',
  confidence: 'curated',
  objectType: routeTable,
  role: 'object',
  identity: [['id'], ['default_route_table_id']],
  attributes: {
    ...routeTableAttributes,
    default_route_table_id: {skip: 'identity', because: 'names the table that is adopted'},
  },
  project: inlineRoutes,
}
