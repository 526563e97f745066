import {ElastiCacheClient, paginateDescribeCacheClusters, type CacheCluster} from '@aws-sdk/client-elasticache'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {logDeliveries, zonesOf} from './members.ts'

const members = [
  'AutoMinorVersionUpgrade',
  'CacheNodeType',
  'Engine',
  'EngineVersion',
  'IpDiscovery',
  'NetworkType',
  'PreferredMaintenanceWindow',
  'ReplicationGroupId',
  'SnapshotRetentionLimit',
  'SnapshotWindow',
  'TransitEncryptionEnabled',
] as const

/** Clusters of their own, and those of replication groups, which may be declared as well; they name their group. */
export const cacheCluster = serviceType<ElastiCacheClient, CacheCluster>({
  objectType: 'AWS::ElastiCache::CacheCluster',
  client: ElastiCacheClient,
  sees: [
    ...members,
    'AZMode',
    'CacheParameterGroupName',
    'CacheSecurityGroupNames',
    'CacheSubnetGroupName',
    'ClusterName',
    'LogDeliveryConfigurations',
    'NotificationTopicArn',
    'NumCacheNodes',
    'Port',
    'PreferredAvailabilityZones',
    'VpcSecurityGroupIds',
  ],
  list: (client) =>
    pagesOf(
      paginateDescribeCacheClusters({client, pageSize: 100}, {ShowCacheNodeInfo: true}),
      ({CacheClusters}) => CacheClusters,
    ),
  object: (cluster) => ({
    id: cluster.CacheClusterId ?? '',
    ...(cluster.ARN === undefined ? {} : {arn: cluster.ARN}),
    ...(cluster.CacheClusterStatus === 'deleting' ? {deleting: 'deleting'} : {}),
    ...createdAt(cluster.CacheClusterCreateTime),
    properties: {...named(cluster, members), ...renamed(cluster)},
  }),
})

function renamed(cluster: CacheCluster): JsonRecord {
  const zones = zonesOf(cluster)
  const port = cluster.ConfigurationEndpoint?.Port ?? cluster.CacheNodes?.[0]?.Endpoint?.Port
  return plain({
    AZMode: new Set(zones).size > 1 ? 'cross-az' : 'single-az',
    CacheParameterGroupName: cluster.CacheParameterGroup?.CacheParameterGroupName,
    CacheSecurityGroupNames: cluster.CacheSecurityGroups?.flatMap((group) => group.CacheSecurityGroupName ?? []),
    CacheSubnetGroupName: cluster.CacheSubnetGroupName,
    ClusterName: cluster.CacheClusterId,
    LogDeliveryConfigurations: logDeliveries(cluster.LogDeliveryConfigurations),
    NotificationTopicArn: cluster.NotificationConfiguration?.TopicArn,
    NumCacheNodes: cluster.NumCacheNodes,
    Port: port,
    PreferredAvailabilityZones: zones,
    VpcSecurityGroupIds: cluster.SecurityGroups?.flatMap((group) => group.SecurityGroupId ?? []),
  }) as JsonRecord
}
