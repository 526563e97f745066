import type {BlockRule} from './entry.ts'
import {tagList} from './tag-list.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-servicevolumeconfiguration.html */
export const serviceVolumes: BlockRule = {
  to: 'VolumeConfigurations',
  block: 'list',
  key: ['Name'],
  of: {
    managed_ebs_volume: {
      to: 'ManagedEBSVolume',
      block: 'single',
      of: {
        encrypted: {to: 'Encrypted', default: true, computed: true},
        file_system_type: {to: 'FilesystemType', default: 'xfs'},
        iops: {to: 'Iops', default: 0, computed: true},
        kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
        role_arn: {to: 'RoleArn'},
        size_in_gb: {to: 'SizeInGiB', default: 0, computed: true},
        snapshot_id: {to: 'SnapshotId'},
        tag_specifications: {
          to: 'TagSpecifications',
          block: 'list',
          key: ['ResourceType'],
          of: {
            propagate_tags: {to: 'PropagateTags', default: 'NONE'},
            resource_type: {to: 'ResourceType'},
            tags: {to: 'Tags', as: 'set', value: tagList},
          },
        },
        throughput: {to: 'Throughput', default: 0, computed: true},
        volume_initialization_rate: {to: 'VolumeInitializationRate', default: 0},
        volume_type: {to: 'VolumeType', default: 'gp3', computed: true},
      },
    },
    name: {to: 'Name'},
  },
}
