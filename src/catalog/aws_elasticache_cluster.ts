import type {DeclaredResource} from '../model/declared.ts'
import {isEmpty, type Value} from '../model/value.ts'
import {cacheSettings, restoredFrom} from './elasticache.ts'
import type {OwnTarget, Projection, SkipRule, TerraformType} from './entry.ts'

const made: SkipRule = {skip: 'computed', because: 'made by ElastiCache'}
const unseen: SkipRule = {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'}
const objectType = 'AWS::ElastiCache::CacheCluster'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html */
export const entry = {
  type: 'aws_elasticache_cluster',
  confidence: 'curated',
  objectType,
  role: 'object',
  identity: [['cluster_id'], ['id']],
  attributes: {
    ...cacheSettings,
    availability_zone: {custom: 'PreferredAvailabilityZones, of a cluster that is in one zone'},
    az_mode: {to: 'AZMode', default: 'single-az', computed: true},
    cache_nodes: made,
    cluster_address: made,
    cluster_id: {to: 'ClusterName'},
    configuration_endpoint: made,
    num_cache_nodes: {to: 'NumCacheNodes', computed: true},
    outpost_mode: unseen,
    port: {to: 'Port', computed: true},
    preferred_availability_zones: {custom: 'PreferredAvailabilityZones'},
    preferred_outpost_arn: unseen,
    replication_group_id: unseen,
    security_group_ids: {to: 'VpcSecurityGroupIds', as: 'set', computed: true},
    security_group_names: {to: 'CacheSecurityGroupNames', as: 'set', computed: true},
    snapshot_arns: restoredFrom,
    snapshot_name: restoredFrom,
  },
  project: zonesOf,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:elasticache:{region}:{account}:cluster:{id}',
    severity: {TransitEncryptionEnabled: 'high', VpcSecurityGroupIds: 'high'},
  },
} satisfies TerraformType

/** One zone for each node, in whatever order; `Multiple` says no more than that there are several. */
function zonesOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const {availability_zone: zone, preferred_availability_zones: zones, num_cache_nodes: nodes} = attributes
  if (id === undefined) return []
  const isListed = !isEmpty(zones)
  const value: Value | undefined = isListed ? zones : ofEach(zone, Number(nodes ?? 1))
  if (value === undefined) return []
  const attribute = isListed ? 'preferred_availability_zones' : 'availability_zone'
  const property = {path: 'PreferredAvailabilityZones', value, attribute, as: 'set', computed: true} as const
  return [{objectType, id, location, properties: [property]}]
}

function ofEach(zone: Value | undefined, nodes: number): Value | undefined {
  if (isEmpty(zone) || zone === 'Multiple' || zone === undefined) return undefined
  return Array.from({length: nodes}, () => zone)
}
