import type {AttributeRule, BlockRule} from './entry.ts'
import {codeEditor, jupyterLab, jupyterServer, kernelGateway, notInSchema, rSession} from './sagemaker-apps.ts'

/** What users and spaces have in common. */
export const spaceSettings: Readonly<Record<string, AttributeRule>> = {
  custom_file_system_config: {
    to: 'CustomFileSystemConfigs',
    block: 'list',
    of: {
      efs_file_system_config: {
        to: 'EFSFileSystemConfig',
        block: 'single',
        of: {file_system_id: {to: 'FileSystemId'}, file_system_path: {to: 'FileSystemPath'}},
      },
    },
  },
  custom_posix_user_config: {
    to: 'CustomPosixUserConfig',
    block: 'single',
    of: {gid: {to: 'Gid'}, uid: {to: 'Uid'}},
  },
  execution_role: {to: 'ExecutionRole'},
  jupyter_lab_app_settings: jupyterLab,
  jupyter_server_app_settings: jupyterServer,
  kernel_gateway_app_settings: kernelGateway,
  security_groups: {to: 'SecurityGroups', as: 'set'},
  space_storage_settings: {
    to: 'SpaceStorageSettings.DefaultEbsStorageSettings',
    block: 'single',
    computed: true,
    of: {
      default_ebs_storage_settings: {
        to: '',
        block: 'single',
        computed: true,
        of: {
          default_ebs_volume_size_in_gb: {to: 'DefaultEbsVolumeSizeInGb'},
          maximum_ebs_volume_size_in_gb: {to: 'MaximumEbsVolumeSizeInGb'},
        },
      },
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-sagemaker-domain-usersettings.html */
export const userSettings = (to: string): BlockRule => ({
  to,
  block: 'single',
  computed: true,
  of: {
    ...spaceSettings,
    auto_mount_home_efs: {to: 'AutoMountHomeEFS', computed: true},
    canvas_app_settings: notInSchema,
    code_editor_app_settings: codeEditor,
    default_landing_uri: {to: 'DefaultLandingUri', computed: true},
    // Of domains alone in CloudFormation; profiles have it by the same name in the API.
    r_session_app_settings: rSession,
    r_studio_server_pro_app_settings: {
      to: 'RStudioServerProAppSettings',
      block: 'single',
      of: {
        access_status: {to: 'AccessStatus', computed: true},
        user_group: {to: 'UserGroup', default: 'R_STUDIO_USER', computed: true},
      },
    },
    sharing_settings: {
      to: 'SharingSettings',
      block: 'single',
      of: {
        notebook_output_option: {to: 'NotebookOutputOption', default: 'Disabled'},
        s3_kms_key_id: {to: 'S3KmsKeyId', as: 'kmsKey'},
        s3_output_path: {to: 'S3OutputPath'},
      },
    },
    studio_web_portal: {to: 'StudioWebPortal', computed: true},
    studio_web_portal_settings: {
      to: 'StudioWebPortalSettings',
      block: 'single',
      of: {
        hidden_app_types: {to: 'HiddenAppTypes', as: 'set'},
        hidden_instance_types: {to: 'HiddenInstanceTypes', as: 'set'},
        hidden_ml_tools: {to: 'HiddenMlTools', as: 'set'},
      },
    },
    tensor_board_app_settings: notInSchema,
  },
})
