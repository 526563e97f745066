import {isArray, isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html */
export const entry = {
  type: 'aws_efs_file_system',
  confidence: 'curated',
  objectType: 'AWS::EFS::FileSystem',
  role: 'object',
  identity: [['id']],
  attributes: {
    availability_zone_id: {skip: 'computed', because: 'follows from the zone'},
    availability_zone_name: {to: 'AvailabilityZoneName', computed: true},
    creation_token: {
      skip: 'not-visible',
      because: 'not in the CloudFormation schema; only makes a creation idempotent',
    },
    dns_name: {skip: 'computed', because: 'made of id and region'},
    encrypted: {to: 'Encrypted', computed: true},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
    lifecycle_policy: {to: 'LifecyclePolicies', as: 'set', value: lifecyclePolicies},
    name: {skip: 'computed', because: 'the tag Name'},
    number_of_mount_targets: {skip: 'computed', because: 'a count'},
    owner_id: {skip: 'computed', because: 'the account'},
    performance_mode: {to: 'PerformanceMode', default: 'generalPurpose', computed: true},
    protection: {
      to: 'FileSystemProtection',
      block: 'single',
      computed: true,
      of: {replication_overwrite: {to: 'ReplicationOverwriteProtection', default: 'ENABLED', computed: true}},
    },
    provisioned_throughput_in_mibps: {to: 'ProvisionedThroughputInMibps', default: 0},
    size_in_bytes: {skip: 'computed', because: 'how full it is'},
    throughput_mode: {to: 'ThroughputMode', default: 'bursting'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}',
    severity: {Encrypted: 'high', FileSystemProtection: 'high', KmsKeyId: 'high'},
  },
} satisfies TerraformType

const names: Readonly<Record<string, string>> = {
  transition_to_archive: 'TransitionToArchive',
  transition_to_ia: 'TransitionToIA',
  transition_to_primary_storage_class: 'TransitionToPrimaryStorageClass',
}

/** One block may hold several transitions; EFS keeps each as a policy of its own. */
function lifecyclePolicies(blocks: Json): Json {
  const transitions = (isArray(blocks) ? blocks : [blocks]).flatMap((block) =>
    isRecord(block) ? Object.entries(block) : [],
  )
  return transitions.flatMap(([name, after]) => {
    const to = names[name]
    return to === undefined || typeof after !== 'string' || after === '' ? [] : [{[to]: after}]
  })
}
