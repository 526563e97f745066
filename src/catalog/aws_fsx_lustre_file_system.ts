import type {AttributeRule, TerraformType} from './entry.ts'
import {within} from './within.ts'

/** Properties of LustreConfiguration. */
const lustre: Readonly<Record<string, AttributeRule>> = {
  auto_import_policy: {to: 'AutoImportPolicy', default: 'NONE', computed: true},
  automatic_backup_retention_days: {to: 'AutomaticBackupRetentionDays', default: 0, computed: true},
  copy_tags_to_backups: {to: 'CopyTagsToBackups'},
  daily_automatic_backup_start_time: {to: 'DailyAutomaticBackupStartTime', computed: true},
  data_compression_type: {to: 'DataCompressionType', default: 'NONE'},
  data_read_cache_configuration: {
    to: 'DataReadCacheConfiguration',
    block: 'single',
    computed: true,
    of: {size: {to: 'SizeGiB', default: 0, computed: true}, sizing_mode: {to: 'SizingMode'}},
  },
  deployment_type: {to: 'DeploymentType', default: 'SCRATCH_1'},
  drive_cache_type: {to: 'DriveCacheType', default: 'NONE'},
  efa_enabled: {to: 'EfaEnabled'},
  export_path: {to: 'ExportPath', computed: true},
  import_path: {to: 'ImportPath'},
  imported_file_chunk_size: {to: 'ImportedFileChunkSize', default: 0, computed: true},
  log_configuration: {
    to: 'LogConfiguration',
    block: 'single',
    computed: true,
    of: {
      destination: {to: 'Destination', computed: true},
      level: {to: 'Level', default: 'DISABLED'},
    },
  },
  metadata_configuration: {
    to: 'MetadataConfiguration',
    block: 'single',
    computed: true,
    of: {iops: {to: 'Iops', default: 0, computed: true}, mode: {to: 'Mode', computed: true}},
  },
  per_unit_storage_throughput: {to: 'PerUnitStorageThroughput', default: 0},
  // Not in the CloudFormation schema; named as in https://docs.aws.amazon.com/fsx/latest/APIReference/API_LustreRootSquashConfiguration.html.
  root_squash_configuration: {
    to: 'RootSquashConfiguration',
    block: 'single',
    computed: true,
    of: {
      no_squash_nids: {to: 'NoSquashNids', as: 'set'},
      root_squash: {to: 'RootSquash', default: '0:0'},
    },
  },
  throughput_capacity: {to: 'ThroughputCapacity', default: 0, computed: true},
  weekly_maintenance_start_time: {to: 'WeeklyMaintenanceStartTime', computed: true},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-filesystem.html */
export const entry = {
  type: 'aws_fsx_lustre_file_system',
  confidence: 'curated',
  objectType: 'AWS::FSx::FileSystem',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...within('LustreConfiguration', lustre),
    backup_id: {skip: 'write-only', because: 'the backup that made it; DescribeFileSystems does not tell'},
    dns_name: {skip: 'computed', because: 'made by FSx'},
    file_system_type_version: {to: 'FileSystemTypeVersion', computed: true},
    final_backup_tags: {skip: 'terraform-only', because: 'tags of the backup that a destroy makes'},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
    mount_name: {skip: 'computed', because: 'made by FSx'},
    network_interface_ids: {skip: 'computed', because: 'made by FSx'},
    owner_id: {skip: 'computed', because: 'the account'},
    security_group_ids: {
      skip: 'write-only',
      because:
        'only its network interfaces tell (https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html)',
    },
    skip_final_backup: {skip: 'terraform-only', because: 'what to do before a destroy'},
    storage_capacity: {to: 'StorageCapacity', computed: true},
    storage_type: {to: 'StorageType', default: 'SSD'},
    subnet_ids: {to: 'SubnetIds', as: 'set'},
    vpc_id: {skip: 'computed', because: 'follows from the subnet'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:fsx:{region}:{account}:file-system/{id}',
    severity: {
      KmsKeyId: 'high',
      'LustreConfiguration.AutomaticBackupRetentionDays': 'high',
      'LustreConfiguration.PerUnitStorageThroughput': 'high',
      StorageCapacity: 'high',
    },
  },
} satisfies TerraformType
