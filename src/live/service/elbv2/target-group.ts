import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeTargetGroups,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './children.ts'

const members = [
  'HealthCheckEnabled',
  'HealthCheckIntervalSeconds',
  'HealthCheckPath',
  'HealthCheckPort',
  'HealthCheckProtocol',
  'HealthCheckTimeoutSeconds',
  'HealthyThresholdCount',
  'IpAddressType',
  'Matcher',
  'Port',
  'Protocol',
  'ProtocolVersion',
  'TargetControlPort',
  'TargetGroupArn',
  'TargetType',
  'UnhealthyThresholdCount',
  'VpcId',
] as const

/** Not in AWS Config at all. */
export const targetGroup = serviceType<ElasticLoadBalancingV2Client, TargetGroup>({
  objectType: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  client: ElasticLoadBalancingV2Client,
  sees: [...members, 'Name'],
  list: (client) => pagesOf(paginateDescribeTargetGroups({client, pageSize}, {}), ({TargetGroups}) => TargetGroups),
  object: (group) => {
    const {TargetGroupArn: arn = '', TargetGroupName: name = ''} = group
    return {id: arn, arn, name, properties: {...named(group, members), Name: name}}
  },
  parts: [
    {
      shows: ['TargetGroupAttributes'],
      read: async (client, [{TargetGroupArn} = {}]) => {
        const {Attributes = []} = await client.send(new DescribeTargetGroupAttributesCommand({TargetGroupArn}))
        return [{properties: plain({TargetGroupAttributes: Attributes}) as JsonRecord}]
      },
    },
    {
      shows: ['Targets'],
      read: async (client, [{TargetGroupArn} = {}]) => {
        const {TargetHealthDescriptions = []} = await client.send(new DescribeTargetHealthCommand({TargetGroupArn}))
        // What is draining is registered no more.
        const targets = TargetHealthDescriptions.filter(({TargetHealth}) => TargetHealth?.State !== 'draining')
        return [{properties: plain({Targets: targets.flatMap(({Target}) => Target ?? [])}) as JsonRecord}]
      },
    },
  ],
})
