import {
  DescribeLoadBalancerAttributesCommand,
  ElasticLoadBalancingClient,
  paginateDescribeLoadBalancers,
  type LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['AvailabilityZones', 'HealthCheck', 'LoadBalancerName', 'Scheme', 'SecurityGroups', 'Subnets'] as const
const attributes = ['AccessLoggingPolicy', 'ConnectionDrainingPolicy', 'ConnectionSettings', 'CrossZone']

/** Load balancers of the first generation, with the names of CloudFormation where they differ. */
export const loadBalancer = serviceType<ElasticLoadBalancingClient, LoadBalancerDescription>({
  objectType: 'AWS::ElasticLoadBalancing::LoadBalancer',
  client: ElasticLoadBalancingClient,
  sees: [...members, 'Instances', 'Listeners'],
  list: (client) =>
    pagesOf(
      paginateDescribeLoadBalancers({client, pageSize: 400}, {}),
      ({LoadBalancerDescriptions}) => LoadBalancerDescriptions,
    ),
  object: (balancer) => {
    const {LoadBalancerName: name = '', CreatedTime, Instances = [], ListenerDescriptions = []} = balancer
    const listeners = ListenerDescriptions.map(({Listener, PolicyNames}) => ({...Listener, PolicyNames}))
    return {
      id: name,
      name,
      ...createdAt(CreatedTime),
      properties: {
        ...named(balancer, members),
        Instances: Instances.flatMap(({InstanceId}) => InstanceId ?? []),
        Listeners: plain(listeners),
      },
    }
  },
  parts: [
    {
      shows: attributes,
      read: async (client, [{LoadBalancerName} = {}]) => {
        const answer = await client.send(new DescribeLoadBalancerAttributesCommand({LoadBalancerName}))
        const {AccessLog, ConnectionDraining, ConnectionSettings, CrossZoneLoadBalancing} =
          answer.LoadBalancerAttributes ?? {}
        const properties = {
          AccessLoggingPolicy: AccessLog,
          ConnectionDrainingPolicy: ConnectionDraining,
          ConnectionSettings,
          CrossZone: CrossZoneLoadBalancing?.Enabled,
        }
        return [{properties: plain(properties) as JsonRecord}]
      },
    },
  ],
})
