import {
  DescribeLoadBalancerAttributesCommand,
  ElasticLoadBalancingV2Client,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2'

import {isWithin} from '../../../model/path.ts'
import {elbv2LoadBalancer} from '../../projectors/elbv2-load-balancer.ts'
import type {JsonRecord, Projected} from '../../projectors/projector.ts'
import {createdAt, documentOf, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {loadBalancers} from './children.ts'

const attributes = 'LoadBalancerAttributes'

export const loadBalancer = serviceType<ElasticLoadBalancingV2Client, LoadBalancer>({
  objectType: elbv2LoadBalancer.objectType,
  client: ElasticLoadBalancingV2Client,
  sees: [...seenBy(elbv2LoadBalancer), 'Ipv4IpamPoolId'],
  list: loadBalancers,
  object: (balancer) => {
    const {LoadBalancerArn: arn, CreatedTime, IpamPools} = balancer
    const object = project(balancer)
    const pool = IpamPools?.Ipv4IpamPoolId
    return {
      ...object,
      properties: {...object.properties, ...(pool === undefined ? {} : {Ipv4IpamPoolId: pool})},
      ...(arn === undefined ? {} : {arn}),
      ...createdAt(CreatedTime),
    }
  },
  parts: [
    {
      shows: [attributes],
      read: async (client, [balancer = {}]) => {
        const command = new DescribeLoadBalancerAttributesCommand({LoadBalancerArn: balancer.LoadBalancerArn})
        const {properties, unseen = []} = project(balancer, await client.send(command))
        return [
          {
            properties: {[attributes]: properties[attributes] ?? []} as JsonRecord,
            unseen: unseen.filter((path) => isWithin(path, attributes)),
          },
        ]
      },
    },
  ],
})

/** @param more the attributes, which Config keeps beside the document */
function project(balancer: LoadBalancer, more: {readonly Attributes?: unknown} = {}): Projected {
  const supplementary = documentOf({LoadBalancerAttributes: more.Attributes})
  return elbv2LoadBalancer.project({
    resourceId: '',
    configuration: documentOf(balancer),
    supplementary: {LoadBalancerAttributes: supplementary['loadBalancerAttributes'] ?? []},
  })
}
