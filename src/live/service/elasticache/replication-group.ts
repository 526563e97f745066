import {
  ElastiCacheClient,
  paginateDescribeCacheClusters,
  paginateDescribeReplicationGroups,
  type CacheCluster,
  type ReplicationGroup,
} from '@aws-sdk/client-elasticache'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, oncePer, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {logDeliveries} from './members.ts'

const members = [
  'AtRestEncryptionEnabled',
  'AutoMinorVersionUpgrade',
  'CacheNodeType',
  'ClusterMode',
  'Engine',
  'IpDiscovery',
  'KmsKeyId',
  'NetworkType',
  'ReplicationGroupId',
  'SnapshotRetentionLimit',
  'SnapshotWindow',
  'TransitEncryptionEnabled',
  'TransitEncryptionMode',
  'UserGroupIds',
] as const
const ofMembers = [
  'CacheParameterGroupName',
  'CacheSubnetGroupName',
  'EngineVersion',
  'NotificationTopicArn',
  'PreferredMaintenanceWindow',
  'SecurityGroupIds',
]

/** Versions, windows and groups are told of the member clusters alone. */
export const replicationGroup = serviceType<ElastiCacheClient, ReplicationGroup>({
  objectType: 'AWS::ElastiCache::ReplicationGroup',
  client: ElastiCacheClient,
  sees: [
    ...members,
    'AutomaticFailoverEnabled',
    'DataTieringEnabled',
    'GlobalReplicationGroupId',
    'LogDeliveryConfigurations',
    'MultiAZEnabled',
    'NumCacheClusters',
    'NumNodeGroups',
    'Port',
    'ReplicasPerNodeGroup',
    'ReplicationGroupDescription',
  ],
  list: (client) =>
    pagesOf(paginateDescribeReplicationGroups({client, pageSize: 100}, {}), ({ReplicationGroups}) => ReplicationGroups),
  object: (group) => ({
    id: group.ReplicationGroupId ?? '',
    ...(group.ARN === undefined ? {} : {arn: group.ARN}),
    ...(group.Status === 'deleting' ? {deleting: group.Status} : {}),
    ...createdAt(group.ReplicationGroupCreateTime),
    properties: {...named(group, members), ...renamed(group)},
  }),
  parts: [
    {
      shows: ofMembers,
      size: 100,
      read: async (client, groups) => {
        const clusters = await clustersById(client)
        return groups.map(({MemberClusters: [first = ''] = []}) => {
          const cluster = clusters.get(first)
          return cluster === undefined ? {unseen: ofMembers} : {properties: memberSettings(cluster)}
        })
      },
    },
  ],
})

function renamed(group: ReplicationGroup): JsonRecord {
  const {NodeGroups = []} = group
  const port = group.ConfigurationEndpoint?.Port ?? NodeGroups[0]?.PrimaryEndpoint?.Port
  const perGroup = NodeGroups[0]?.NodeGroupMembers?.length
  return plain({
    AutomaticFailoverEnabled: isOn(group.AutomaticFailover),
    DataTieringEnabled: isOn(group.DataTiering),
    GlobalReplicationGroupId: group.GlobalReplicationGroupInfo?.GlobalReplicationGroupId,
    LogDeliveryConfigurations: logDeliveries(group.LogDeliveryConfigurations),
    MultiAZEnabled: isOn(group.MultiAZ),
    NumCacheClusters: group.MemberClusters?.length,
    NumNodeGroups: NodeGroups.length,
    Port: port,
    ReplicasPerNodeGroup: perGroup === undefined ? undefined : perGroup - 1,
    ReplicationGroupDescription: group.Description,
  }) as JsonRecord
}

function isOn(status: string | undefined): boolean {
  return status === 'enabled' || status === 'enabling'
}

const clustersById = oncePer(async (client: ElastiCacheClient): Promise<ReadonlyMap<string, CacheCluster>> => {
  const pages = pagesOf(paginateDescribeCacheClusters({client, pageSize: 100}, {}), ({CacheClusters}) => CacheClusters)
  return new Map((await Array.fromAsync(pages)).flat().map((cluster) => [cluster.CacheClusterId ?? '', cluster]))
})

function memberSettings(cluster: CacheCluster): JsonRecord {
  return plain({
    CacheParameterGroupName: cluster.CacheParameterGroup?.CacheParameterGroupName,
    CacheSubnetGroupName: cluster.CacheSubnetGroupName,
    EngineVersion: cluster.EngineVersion,
    NotificationTopicArn: cluster.NotificationConfiguration?.TopicArn,
    PreferredMaintenanceWindow: cluster.PreferredMaintenanceWindow,
    SecurityGroupIds: cluster.SecurityGroups?.flatMap((group) => group.SecurityGroupId ?? []),
  }) as JsonRecord
}
