import type {BlockRule} from './entry.ts'

const efs: BlockRule = {
  to: 'EFSVolumeConfiguration',
  block: 'single',
  of: {
    authorization_config: {
      to: 'AuthorizationConfig',
      block: 'single',
      of: {access_point_id: {to: 'AccessPointId'}, iam: {to: 'IAM', default: 'DISABLED'}},
    },
    file_system_id: {to: 'FilesystemId'},
    root_directory: {to: 'RootDirectory', default: '/'},
    transit_encryption: {to: 'TransitEncryption', default: 'DISABLED'},
    transit_encryption_port: {to: 'TransitEncryptionPort', default: 0},
  },
}

const docker: BlockRule = {
  to: 'DockerVolumeConfiguration',
  block: 'single',
  of: {
    autoprovision: {to: 'Autoprovision'},
    driver: {to: 'Driver', default: 'local'},
    driver_opts: {to: 'DriverOpts'},
    labels: {to: 'Labels'},
    scope: {to: 'Scope', default: 'task', computed: true},
  },
}

const fsx: BlockRule = {
  to: 'FSxWindowsFileServerVolumeConfiguration',
  block: 'single',
  of: {
    authorization_config: {
      to: 'AuthorizationConfig',
      block: 'single',
      of: {credentials_parameter: {to: 'CredentialsParameter'}, domain: {to: 'Domain'}},
    },
    file_system_id: {to: 'FileSystemId'},
    root_directory: {to: 'RootDirectory'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-volume.html */
export const ecsTaskVolumes: BlockRule = {
  to: 'Volumes',
  block: 'set',
  key: ['Name'],
  of: {
    configure_at_launch: {to: 'ConfiguredAtLaunch'},
    docker_volume_configuration: docker,
    efs_volume_configuration: efs,
    fsx_windows_file_server_volume_configuration: fsx,
    host_path: {to: 'Host.SourcePath'},
    name: {to: 'Name'},
  },
}
