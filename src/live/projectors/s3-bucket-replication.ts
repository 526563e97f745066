import {isEmpty} from '../../model/value.ts'
import {filled, listed, recordAt, recordsAt, said} from './document.ts'
import type {JsonRecord} from './projector.ts'

/**
 * Rules are a map by id. The recorded examples show prefix, status and destination; the further members are those of the Java SDK's
 * ReplicationRule, of which this is the JSON.
 */
export function replication(document: JsonRecord): JsonRecord {
  const rules = recordAt(document, 'rules')
  const list = Object.keys(rules).map((id) => replicationRule(id, recordAt(rules, id)))
  return said({Role: document['roleARN'], Rules: listed(list)})
}

function replicationRule(id: string, rule: JsonRecord): JsonRecord {
  const criteria = recordAt(rule, 'sourceSelectionCriteria')
  return filled({
    Id: id,
    Priority: rule['priority'],
    Status: rule['status'],
    Prefix: rule['prefix'],
    Filter: filter(recordAt(recordAt(rule, 'filter'), 'predicate')),
    DeleteMarkerReplication: status(recordAt(rule, 'deleteMarkerReplication')),
    ExistingObjectReplication: status(recordAt(rule, 'existingObjectReplication')),
    SourceSelectionCriteria: filled({
      ReplicaModifications: status(recordAt(criteria, 'replicaModifications')),
      SseKmsEncryptedObjects: status(recordAt(criteria, 'sseKmsEncryptedObjects')),
    }),
    Destination: destination(recordAt(rule, 'destinationConfig')),
  })
}

function destination(config: JsonRecord): JsonRecord {
  const metrics = recordAt(config, 'metrics')
  const time = recordAt(config, 'replicationTime')
  return filled({
    // The recorded examples spell it with a capital.
    Account: config['Account'] ?? config['account'],
    Bucket: config['bucketARN'],
    StorageClass: config['storageClass'],
    AccessControlTranslation: filled({Owner: recordAt(config, 'accessControlTranslation')['owner']}),
    EncryptionConfiguration: filled({ReplicaKmsKeyID: recordAt(config, 'encryptionConfiguration')['replicaKmsKeyID']}),
    Metrics: filled({Status: metrics['status'], EventThreshold: minutes(recordAt(metrics, 'eventThreshold'))}),
    ReplicationTime: filled({Status: time['status'], Time: minutes(recordAt(time, 'time'))}),
  })
}

function filter(predicate: JsonRecord): JsonRecord {
  const leaves = recordsAt(predicate, 'operands')
  if (leaves.length === 0) return filled({Prefix: predicate['prefix'], TagFilter: tagOf(predicate)})
  const prefix = leaves.map((leaf) => leaf['prefix']).find((text) => !isEmpty(text))
  const tags = leaves.map(tagOf).filter((tag) => !isEmpty(tag))
  return {And: filled({Prefix: prefix, TagFilters: tags})}
}

function tagOf(leaf: JsonRecord): JsonRecord {
  const {key, value} = recordAt(leaf, 'tag')
  return said({Key: key, Value: value})
}

function status(record: JsonRecord): JsonRecord {
  return said({Status: record['status']})
}

function minutes(record: JsonRecord): JsonRecord {
  return said({Minutes: record['minutes']})
}
