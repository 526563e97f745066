import {isRecord, type Json} from '../model/value.ts'
import {blockOf, declared, tagFilters} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

const status = {status: {to: 'Status'}} as const

/** `ExistingObjectReplication` is the service API's name; CloudFormation has no property for it. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_replication_configuration',
  attributes: {
    ...bucketPartAttributes,
    role: {to: 'ReplicationConfiguration.Role'},
    rule: {
      to: 'ReplicationConfiguration.Rules',
      block: 'set',
      key: ['Id'],
      of: {
        id: {to: 'Id'},
        priority: {to: 'Priority', default: 0},
        status: {to: 'Status'},
        prefix: {to: 'Prefix'},
        filter: {to: 'Filter', as: 'objectFilter', value: filter, default: {Prefix: ''}},
        delete_marker_replication: {
          to: 'DeleteMarkerReplication',
          block: 'single',
          of: {status: {to: 'Status', default: 'Disabled'}},
        },
        existing_object_replication: {to: 'ExistingObjectReplication', block: 'single', of: status},
        source_selection_criteria: {
          to: 'SourceSelectionCriteria',
          block: 'single',
          of: {
            replica_modifications: {to: 'ReplicaModifications', block: 'single', of: status},
            sse_kms_encrypted_objects: {to: 'SseKmsEncryptedObjects', block: 'single', of: status},
          },
        },
        destination: {
          to: 'Destination',
          block: 'single',
          of: {
            account: {to: 'Account'},
            bucket: {to: 'Bucket'},
            storage_class: {to: 'StorageClass'},
            access_control_translation: {to: 'AccessControlTranslation', block: 'single', of: {owner: {to: 'Owner'}}},
            encryption_configuration: {
              to: 'EncryptionConfiguration',
              block: 'single',
              of: {replica_kms_key_id: {to: 'ReplicaKmsKeyID', as: 'kmsKey'}},
            },
            metrics: {
              to: 'Metrics',
              block: 'single',
              of: {...status, event_threshold: {to: 'EventThreshold', block: 'single', of: {minutes: {to: 'Minutes'}}}},
            },
            replication_time: {
              to: 'ReplicationTime',
              block: 'single',
              of: {...status, time: {to: 'Time', block: 'single', of: {minutes: {to: 'Minutes'}}}},
            },
          },
        },
      },
    },
    token: {skip: 'write-only', because: 'x-amz-bucket-object-lock-token, part of the request only.'},
  },
  presence: 'ReplicationConfiguration',
} satisfies TerraformType

/** A `filter` block as CloudFormation has it. */
function filter(blocks: Json): Json {
  const {prefix, tag, and} = blockOf(blocks)
  const {prefix: andPrefix, tags} = blockOf(and)
  const {key, value} = blockOf(tag)
  const form = {
    Prefix: prefix ?? '',
    ...(key === undefined ? {} : {TagFilter: {Key: key, Value: value ?? ''}}),
    ...(isRecord(tags) || andPrefix ? {And: {...declared({Prefix: andPrefix}), TagFilters: tagFilters(tags)}} : {}),
  }
  return form as Json
}
