import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-accesspoint.html */
export const entry = {
  type: 'aws_efs_access_point',
  confidence: 'curated',
  objectType: 'AWS::EFS::AccessPoint',
  role: 'object',
  identity: [['id']],
  attributes: {
    file_system_arn: {skip: 'alias', because: 'the same as file_system_id'},
    file_system_id: {to: 'FileSystemId'},
    owner_id: {skip: 'computed', because: 'the account'},
    posix_user: {
      to: 'PosixUser',
      block: 'single',
      of: {
        gid: {to: 'Gid'},
        secondary_gids: {to: 'SecondaryGids', as: 'set'},
        uid: {to: 'Uid'},
      },
    },
    root_directory: {
      to: 'RootDirectory',
      block: 'single',
      of: {
        creation_info: {
          to: 'CreationInfo',
          block: 'single',
          of: {
            owner_gid: {to: 'OwnerGid'},
            owner_uid: {to: 'OwnerUid'},
            permissions: {to: 'Permissions'},
          },
        },
        path: {to: 'Path', default: '/', computed: true},
      },
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}',
    severity: {PosixUser: 'high', RootDirectory: 'high'},
  },
} satisfies TerraformType
