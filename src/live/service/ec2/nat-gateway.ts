import {paginateDescribeNatGateways, type NatGateway} from '@aws-sdk/client-ec2'

import {ec2NatGateway} from '../../projectors/ec2-nat-gateway.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {plain, tagged} from '../answer.ts'
import type {ServiceObject} from '../service-type.ts'
import {described, pageSize} from './described.ts'

export const natGateway = described({
  projector: ec2NatGateway,
  alsoSees: ['AvailabilityZoneAddresses'],
  pages: (client, {Filters}) => paginateDescribeNatGateways({client, pageSize}, Filters ? {Filter: Filters} : {}),
  items: ({NatGateways}) => NatGateways,
  idFilter: 'nat-gateway-id',
  object: (gateway) => (gateway.AvailabilityMode === 'regional' ? regional(gateway) : tagged(ec2NatGateway, gateway)),
})

/** Its addresses are of zones, none of them the gateway's own; which zones AWS adds by itself is not told apart. */
function regional(gateway: NatGateway): ServiceObject {
  const object = tagged(ec2NatGateway, gateway)
  const {AllocationId: _, PrivateIpAddress: __, SecondaryAllocationIds: ___, ...properties} = object.properties
  const byZone = Map.groupBy(gateway.NatGatewayAddresses ?? [], ({AvailabilityZoneId: zone}) => zone)
  const addresses = [...byZone.values()].map((of) => ({
    AllocationIds: of.flatMap(({AllocationId: id}) => id ?? []),
    AvailabilityZone: of[0]?.AvailabilityZone,
    AvailabilityZoneId: of[0]?.AvailabilityZoneId,
  }))
  return {...object, properties: {...properties, ...(plain({AvailabilityZoneAddresses: addresses}) as JsonRecord)}}
}
