import {CreateFileSystemCommand, FSxClient, TagResourceCommand} from '@aws-sdk/client-fsx'

import {settings} from '../moto.ts'
import {account, tagAttributes, tags, type Maker} from './made.ts'

const fsx = new FSxClient(settings)
const subnet = 'subnet-0123456789abcdef0'

export const fsxFileSystem: Maker = {
  type: 'AWS::FSx::FileSystem',
  make: async (name) => {
    const {FileSystem} = await fsx.send(
      new CreateFileSystemCommand({
        FileSystemType: 'LUSTRE',
        StorageCapacity: 1200,
        StorageType: 'SSD',
        SubnetIds: [subnet],
        LustreConfiguration: {DeploymentType: 'PERSISTENT_2', PerUnitStorageThroughput: 125},
        Tags: Object.entries(tags).map(([Key, Value]) => ({Key, Value})),
      }),
    )
    const {FileSystemId: id = '', ResourceARN: arn} = FileSystem ?? {}
    return {
      id,
      resource: {
        type: 'aws_fsx_lustre_file_system',
        name,
        attributes: {
          ...tagAttributes,
          id,
          arn,
          auto_import_policy: '',
          automatic_backup_retention_days: 0,
          copy_tags_to_backups: false,
          data_compression_type: 'NONE',
          deployment_type: 'PERSISTENT_2',
          drive_cache_type: '',
          export_path: '',
          import_path: '',
          imported_file_chunk_size: 0,
          log_configuration: [],
          metadata_configuration: [],
          owner_id: account,
          per_unit_storage_throughput: 125,
          root_squash_configuration: [],
          storage_capacity: 1200,
          storage_type: 'SSD',
          subnet_ids: [subnet],
        },
      },
      // moto has no UpdateFileSystem.
      change: async () => fsx.send(new TagResourceCommand({ResourceARN: arn, Tags: [{Key: 'Team', Value: 'nobody'}]})),
      finding: 'drifted Tags.Team',
    }
  },
}
