import {Decimal} from '../../../model/money.ts'
import type {ValueRecord} from '../../../model/value.ts'
import type {Charges, CostModel} from '../cost-model.ts'
import {numberOf, textOf} from '../property.ts'

/** A cluster that belongs to no replication group: nodes of one type. */
export const cacheCluster: CostModel = {
  objectType: 'AWS::ElastiCache::CacheCluster',
  properties: ['CacheNodeType', 'Engine', 'NumCacheNodes'],
  charges: (properties) => nodes(properties, numberOf(properties, 'NumCacheNodes'), 'memcached'),
}

/** Node groups (shards), each of a primary and its replicas; without shards, as many clusters as it has. */
export const replicationGroup: CostModel = {
  objectType: 'AWS::ElastiCache::ReplicationGroup',
  properties: [
    'CacheNodeType',
    'Engine',
    'NodeGroupConfiguration',
    'NumCacheClusters',
    'NumNodeGroups',
    'ReplicasPerNodeGroup',
  ],
  charges: (properties) => nodes(properties, groupNodes(properties), 'redis'),
}

function groupNodes(properties: ValueRecord): Decimal | undefined {
  const groups = numberOf(properties, 'NumNodeGroups')
  const replicas = numberOf(properties, 'ReplicasPerNodeGroup')
  const clusters = numberOf(properties, 'NumCacheClusters')
  if (groups !== undefined && replicas !== undefined && (groups.gt(1) || clusters === undefined))
    return groups.times(replicas.plus(1))
  return clusters
}

function nodes(properties: ValueRecord, count: Decimal | undefined, usual: string): Charges {
  const nodeType = textOf(properties, 'CacheNodeType')
  if (nodeType === undefined || count === undefined) return {unknown: 'value', what: 'node type or number of nodes'}
  const engine = textOf(properties, 'Engine') ?? usual
  return {
    charges: [{thing: {of: 'cache-node', nodeType, engine: engineNames[engine] ?? engine}, quantity: count}],
  }
}

/** As the Price List names them. */
const engineNames: Readonly<Record<string, string>> = {memcached: 'Memcached', redis: 'Redis', valkey: 'Valkey'}
