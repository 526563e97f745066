import {legacyClusterMode} from './elasticache-cluster-mode.ts'
import {cacheSettings, restoredFrom} from './elasticache.ts'
import type {CompareRule, SkipRule, TerraformType} from './entry.ts'

const made: SkipRule = {skip: 'computed', because: 'made by ElastiCache'}
const outposts: SkipRule = {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'}
const clusters: CompareRule = {to: 'NumCacheClusters', computed: true}
const description: CompareRule = {to: 'ReplicationGroupDescription'}
const zones: CompareRule = {to: 'PreferredCacheClusterAZs', as: 'set', computed: true}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html */
export const entry = {
  type: 'aws_elasticache_replication_group',
  confidence: 'curated',
  objectType: 'AWS::ElastiCache::ReplicationGroup',
  role: 'object',
  identity: [['replication_group_id'], ['id']],
  attributes: {
    ...cacheSettings,
    at_rest_encryption_enabled: {to: 'AtRestEncryptionEnabled', computed: true},
    auth_token: {skip: 'write-only', because: 'a password, which ElastiCache never tells'},
    auth_token_update_strategy: {skip: 'terraform-only', because: 'how a new password is introduced'},
    automatic_failover_enabled: {to: 'AutomaticFailoverEnabled'},
    availability_zones: zones,
    cluster_enabled: made,
    cluster_mode: {custom: 'ClusterMode; until provider 4, a block with the counts of node groups and replicas'},
    configuration_endpoint_address: made,
    data_tiering_enabled: {to: 'DataTieringEnabled'},
    description,
    global_replication_group_id: {to: 'GlobalReplicationGroupId', computed: true},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
    member_clusters: made,
    multi_az_enabled: {to: 'MultiAZEnabled'},
    node_group_configuration: {
      to: 'NodeGroupConfiguration',
      block: 'list',
      key: ['NodeGroupId'],
      computed: true,
      of: {
        node_group_id: {to: 'NodeGroupId', computed: true},
        primary_availability_zone: {to: 'PrimaryAvailabilityZone', computed: true},
        primary_outpost_arn: outposts,
        replica_availability_zones: {to: 'ReplicaAvailabilityZones', as: 'set', computed: true},
        replica_count: {to: 'ReplicaCount', computed: true},
        replica_outpost_arns: outposts,
        slots: {to: 'Slots', computed: true},
      },
    },
    num_cache_clusters: clusters,
    num_node_groups: {to: 'NumNodeGroups', default: 1, computed: true},
    number_cache_clusters: clusters,
    port: {to: 'Port', default: 6379},
    preferred_cache_cluster_azs: zones,
    primary_endpoint_address: made,
    reader_endpoint_address: made,
    replicas_per_node_group: {to: 'ReplicasPerNodeGroup', default: 0, computed: true},
    replication_group_description: description,
    replication_group_id: {to: 'ReplicationGroupId'},
    security_group_ids: {to: 'SecurityGroupIds', as: 'set', computed: true},
    security_group_names: {to: 'CacheSecurityGroupNames', as: 'set', computed: true},
    snapshot_arns: restoredFrom,
    snapshot_name: restoredFrom,
    transit_encryption_mode: {to: 'TransitEncryptionMode', computed: true},
    user_group_ids: {to: 'UserGroupIds', as: 'set'},
  },
  project: legacyClusterMode,
  object: {
    idScope: 'region',
    pseudo: [
      'CacheParameterGroupName',
      'CacheSecurityGroupNames',
      'CacheSubnetGroupName',
      'KmsKeyId',
      'NodeGroupConfiguration',
      'NumNodeGroups',
      'PreferredCacheClusterAZs',
      'SecurityGroupIds',
    ],
    arnTemplate: 'arn:{partition}:elasticache:{region}:{account}:replicationgroup:{id}',
    scaledBy: (id, path) => {
      const dimension = {NumNodeGroups: 'NodeGroups', ReplicasPerNodeGroup: 'Replicas'}[path]
      return dimension && `replication-group/${id}|elasticache:replication-group:${dimension}|elasticache`
    },
    severity: {
      AtRestEncryptionEnabled: 'high',
      KmsKeyId: 'high',
      SecurityGroupIds: 'high',
      TransitEncryptionEnabled: 'high',
      TransitEncryptionMode: 'high',
      UserGroupIds: 'high',
    },
  },
} satisfies TerraformType
