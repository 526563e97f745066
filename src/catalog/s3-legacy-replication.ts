import {isEmpty, type Json} from '../model/value.ts'
import {blockOf, tagFilters} from './blocks.ts'
import type {BlockRule} from './entry.ts'

/** `replication_configuration` of aws_s3_bucket: as in its own resource, but flatter. */
export const legacyReplication = {
  to: 'ReplicationConfiguration',
  block: 'single',
  of: {
    role: {to: 'Role'},
    rules: {
      to: 'Rules',
      block: 'set',
      key: ['Id'],
      of: {
        id: {to: 'Id'},
        prefix: {to: 'Prefix'},
        priority: {to: 'Priority', default: 0},
        status: {to: 'Status'},
        delete_marker_replication_status: {to: 'DeleteMarkerReplication.Status', default: 'Disabled'},
        filter: {to: 'Filter', as: 'objectFilter', value: filter, default: {Prefix: ''}},
        source_selection_criteria: {
          to: 'SourceSelectionCriteria',
          block: 'single',
          of: {
            sse_kms_encrypted_objects: {
              to: 'SseKmsEncryptedObjects',
              block: 'single',
              of: {enabled: {to: 'Status', value: enabled, default: 'Disabled'}},
            },
          },
        },
        destination: {
          to: 'Destination',
          block: 'single',
          of: {
            account_id: {to: 'Account'},
            bucket: {to: 'Bucket'},
            replica_kms_key_id: {to: 'EncryptionConfiguration.ReplicaKmsKeyID', as: 'kmsKey'},
            storage_class: {to: 'StorageClass'},
            access_control_translation: {to: 'AccessControlTranslation', block: 'single', of: {owner: {to: 'Owner'}}},
            metrics: {
              to: 'Metrics',
              block: 'single',
              of: {minutes: {to: 'EventThreshold.Minutes'}, status: {to: 'Status'}},
            },
            replication_time: {
              to: 'ReplicationTime',
              block: 'single',
              of: {minutes: {to: 'Time.Minutes'}, status: {to: 'Status'}},
            },
          },
        },
      },
    },
  },
} as const satisfies BlockRule

export function enabled(value: Json): Json {
  return value === true || value === 'true' ? 'Enabled' : 'Disabled'
}

function filter(blocks: Json): Json {
  const {prefix, tags} = blockOf(blocks)
  const Prefix = prefix ?? ''
  return (isEmpty(tags) ? {Prefix} : {And: {Prefix, TagFilters: tagFilters(tags)}}) as Json
}
