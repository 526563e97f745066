import type {DeclaredResource} from '../model/declared.ts'
import {isArray, type Value} from '../model/value.ts'
import {blockOf} from './blocks.ts'
import type {OwnTarget, ProjectedProperty, Projection} from './entry.ts'

const attribute = 'cluster_mode'

/** A text since provider 5 (`enabled`); a block with counts until provider 4, which has attributes of its own since. */
export function legacyClusterMode({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const mode = attributes[attribute]
  if (id === undefined || mode === undefined || mode === null) return []
  const properties = isArray(mode) ? counts(mode) : [{...property('ClusterMode', mode), default: 'disabled'}]
  return [{objectType: 'AWS::ElastiCache::ReplicationGroup', id, location, properties}]
}

function counts(blocks: Value): readonly ProjectedProperty[] {
  const {num_node_groups: groups, replicas_per_node_group: replicas} = blockOf(blocks)
  return [
    ...(groups === undefined ? [] : [property('NumNodeGroups', groups)]),
    ...(replicas === undefined ? [] : [property('ReplicasPerNodeGroup', replicas)]),
  ]
}

function property(path: string, value: Value): ProjectedProperty {
  return {path, value, attribute, computed: true}
}
