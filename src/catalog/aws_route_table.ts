import type {DeclaredResource} from '../model/declared.ts'
import type {OwnTarget, ProjectedElement, Projection, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'
import {routeElement, routePaths, routesOf} from './routes.ts'

export const routeTable = 'AWS::EC2::RouteTable'

/** Common to aws_route_table and aws_default_route_table. */
export const routeTableAttributes = {
  owner_id: {skip: 'computed', because: 'the account that owns the table'},
  propagating_vgws: {custom: 'elements of PropagatingVgws'},
  route: {custom: 'elements of Routes'},
  vpc_id: {to: 'VpcId'},
} as const satisfies TerraformType['attributes']

/**
 * CloudFormation models routes, associations and propagation as types of their own (AWS::EC2::Route,
 * AWS::EC2::SubnetRouteTableAssociation, AWS::EC2::GatewayRouteTableAssociation, AWS::EC2::VPNGatewayRoutePropagation): here they are
 * lists on the table, as in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html
 */
export const entry: TerraformType = {
  type: 'aws_route_table',
  confidence: 'curated',
  objectType: routeTable,
  role: 'object',
  identity: [['id']],
  attributes: routeTableAttributes,
  project: inlineRoutes,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:route-table/{id}',
    pseudo: ['GatewayIds', 'GivenRoutes', 'MainOfVpc', 'PropagatingVgws', 'Routes', 'SubnetIds'],
    children: ['GatewayIds', 'SubnetIds'],
    severity: {Routes: 'high', GivenRoutes: 'high'},
  },
}

/**
 * `route` and `propagating_vgws` are Optional and Computed: without values of its own the table reads back those of aws_route and
 * aws_vpn_gateway_route_propagation, so the claim to all of them is void where those declare any
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table).
 */
export function inlineRoutes({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const routes = plainOf(attributes['route'])
  const gateways = plainOf(attributes['propagating_vgws'])
  const exclusive = [
    ...(Array.isArray(routes?.value) ? [routePaths.made] : []),
    ...(Array.isArray(gateways?.value) ? ['PropagatingVgws'] : []),
  ]
  const elements = [
    ...routesOf(routes?.value ?? null).flatMap((route) => routeElement(route, routes?.secret === true, 'route')),
    ...idElements('PropagatingVgws', gateways?.value ?? null, 'propagating_vgws'),
  ]
  return [{objectType: routeTable, id, location, elements, exclusive, echoes: exclusive, open: [routePaths.given]}]
}

/** Plain ids as elements of the list at `path`: one id, or a list of them. */
export function idElements(path: string, ids: unknown, attribute: string): readonly ProjectedElement[] {
  const list = Array.isArray(ids) ? (ids as readonly unknown[]) : [ids]
  const texts = list.filter((id): id is string => typeof id === 'string' && id !== '')
  return texts.map((element) => ({path, element, attribute}))
}
