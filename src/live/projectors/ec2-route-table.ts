import {canonicalRoute, isGiven, routePaths} from '../../catalog/routes.ts'
import {listed, recordAt, recordsAt, said, stateAt, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** In the order of `catalog/routes.ts`: an interface stands for its instance. */
const targets = [
  'networkInterfaceId',
  'gatewayId',
  'natGatewayId',
  'transitGatewayId',
  'vpcPeeringConnectionId',
  'egressOnlyInternetGatewayId',
  'carrierGatewayId',
  'localGatewayId',
  'coreNetworkArn',
  'odbNetworkArn',
  'instanceId',
]

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export const ec2RouteTable: Projector = {
  objectType: 'AWS::EC2::RouteTable',
  sees: ['GatewayIds', 'GivenRoutes', 'MainOfVpc', 'PropagatingVgws', 'Routes', 'SubnetIds', 'VpcId'],
  project: ({resourceId, configuration}) => {
    const owner = textAt(configuration, 'ownerId')
    const routes = recordsAt(configuration, 'routes')
      .filter((route) => !isMadeByAws(route, owner))
      .map(routeOf)
    const associations = recordsAt(configuration, 'associations').filter(isInForce)
    return {
      id: textAt(configuration, 'routeTableId') ?? resourceId,
      properties: said({
        GatewayIds: listed(idsOf(associations, 'gatewayId')),
        [routePaths.given]: listed(routes.filter(isGiven)),
        [routePaths.made]: listed(routes.filter((route) => !isGiven(route))),
        MainOfVpc: associations.some(({main}) => main === true) ? listed(idsOf([configuration], 'vpcId')) : undefined,
        PropagatingVgws: listed(idsOf(recordsAt(configuration, 'propagatingVgws'), 'gatewayId')),
        SubnetIds: listed(idsOf(associations, 'subnetId')),
        VpcId: configuration['vpcId'],
      }),
    }
  },
}

/**
 * Routes that come and go with something else: propagated by a VPN gateway, of VPC Lattice, to an interface that a service of AWS has put
 * there. The provider leaves them out as well (`flattenRoutes` in internal/service/ec2/vpc_route_table.go).
 */
function isMadeByAws(route: JsonRecord, owner: string | undefined): boolean {
  if (route['origin'] === 'EnableVgwRoutePropagation' || route['gatewayId'] === 'VpcLattice') return true
  const instanceOwner = textAt(route, 'instanceOwnerId')
  return instanceOwner !== undefined && owner !== undefined && instanceOwner !== owner
}

function isInForce(association: JsonRecord): boolean {
  return !['disassociating', 'disassociated', 'failed'].includes(
    stateAt(recordAt(association, 'associationState'), 'state') ?? '',
  )
}

function routeOf(route: JsonRecord): JsonRecord {
  const target = targets.find((name) => textAt(route, name) !== undefined)
  return canonicalRoute(
    said({
      DestinationCidrBlock: textAt(route, 'destinationCidrBlock'),
      DestinationIpv6CidrBlock: textAt(route, 'destinationIpv6CidrBlock'),
      DestinationPrefixListId: textAt(route, 'destinationPrefixListId'),
      Target: target === undefined ? undefined : route[target],
    }),
  )
}

function idsOf(records: readonly JsonRecord[], key: string): readonly string[] {
  return records.flatMap((record) => textAt(record, key) ?? [])
}
