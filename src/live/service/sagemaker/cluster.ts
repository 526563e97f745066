import {
  DescribeClusterCommand,
  paginateListClusters,
  SageMakerClient,
  type ClusterInstanceGroupDetails,
  type DescribeClusterCommandOutput,
} from '@aws-sdk/client-sagemaker'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = ['ClusterArn', 'ClusterName', 'ClusterStatus', 'NodeRecovery', 'Orchestrator', 'VpcConfig'] as const

/** HyperPod clusters. */
export const cluster = serviceType<SageMakerClient, Omit<DescribeClusterCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::Cluster',
  client: SageMakerClient,
  sees: [...members, 'InstanceGroups'],
  list: (client) =>
    pagesOf(paginateListClusters({client, pageSize: 100}, {}), ({ClusterSummaries}) =>
      ClusterSummaries?.flatMap(({ClusterArn}) => ClusterArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) => found(client.send(new DescribeClusterCommand({ClusterName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.ClusterArn ?? '',
    ...(answer.ClusterArn === undefined ? {} : {arn: answer.ClusterArn}),
    ...(answer.ClusterStatus === 'Deleting' ? {deleting: answer.ClusterStatus} : {}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members), InstanceGroups: answer.InstanceGroups?.map(instanceGroup) ?? []},
  }),
})

/** CloudFormation calls the number of instances that is aimed at InstanceCount. */
function instanceGroup(group: ClusterInstanceGroupDetails): JsonRecord {
  const shown = ['CurrentCount', 'ExecutionRole', 'InstanceGroupName', 'InstanceType', 'LifeCycleConfig'] as const
  const {TargetCount} = group
  return {
    ...named(group, [...shown, 'InstanceStorageConfigs', 'OnStartDeepHealthChecks', 'ThreadsPerCore']),
    ...(TargetCount === undefined ? {} : {InstanceCount: TargetCount}),
  }
}
