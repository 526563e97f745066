import {EMRClient, paginateListInstanceGroups, type InstanceGroup} from '@aws-sdk/client-emr'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {ofClusters} from './clusters.ts'
import {instanceGroup} from './instance-group.ts'
import {isThere} from './is-there.ts'

/** Groups of tasks; those of masters and cores come with their cluster. They have no tags. */
export const taskGroup = serviceType<EMRClient, InstanceGroup & {readonly cluster: string}>({
  objectType: 'AWS::EMR::InstanceGroupConfig',
  client: EMRClient,
  sees: [
    'AutoScalingPolicy',
    'BidPrice',
    'Configurations',
    'CustomAmiId',
    'EbsConfiguration',
    'InstanceCount',
    'InstanceGroupId',
    'InstanceRole',
    'InstanceType',
    'JobFlowId',
    'Market',
    'Name',
    'RunningInstanceCount',
  ],
  list: (client) =>
    pagesOf(
      ofClusters(client, (ClusterId) =>
        pagesOf(paginateListInstanceGroups({client}, {ClusterId}), ({InstanceGroups}) => InstanceGroups),
      ),
      (page) => page.filter(({InstanceGroupType, Status}) => InstanceGroupType === 'TASK' && isThere(Status)),
    ),
  object: ({cluster, ...group}) => ({
    id: `${group.Id}|${cluster}`,
    ...(group.Name === undefined ? {} : {name: group.Name}),
    tags: {},
    properties: {
      ...instanceGroup(group),
      InstanceGroupId: group.Id ?? '',
      InstanceRole: 'TASK',
      JobFlowId: cluster,
      ...named(group, ['RunningInstanceCount']),
    },
  }),
})
