import type {BlockRule, SkipRule, TerraformType} from './entry.ts'
import {resourceSpec} from './sagemaker-apps.ts'
import {spaceSettings, userSettings} from './sagemaker-user-settings.ts'

const made: SkipRule = {skip: 'computed', because: 'made by SageMaker'}

const domainSettings: BlockRule = {
  to: 'DomainSettings',
  block: 'single',
  of: {
    docker_settings: {
      to: 'DockerSettings',
      block: 'single',
      of: {
        enable_docker_access: {to: 'EnableDockerAccess', default: 'DISABLED'},
        vpc_only_trusted_accounts: {to: 'VpcOnlyTrustedAccounts', as: 'set'},
      },
    },
    execution_role_identity_config: {to: 'ExecutionRoleIdentityConfig', default: 'DISABLED'},
    r_studio_server_pro_domain_settings: {
      to: 'RStudioServerProDomainSettings',
      block: 'single',
      of: {
        default_resource_spec: resourceSpec,
        domain_execution_role_arn: {to: 'DomainExecutionRoleArn'},
        r_studio_connect_url: {to: 'RStudioConnectUrl'},
        r_studio_package_manager_url: {to: 'RStudioPackageManagerUrl'},
      },
    },
    security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html */
export const entry = {
  type: 'aws_sagemaker_domain',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::Domain',
  role: 'object',
  identity: [['id']],
  attributes: {
    app_network_access_type: {to: 'AppNetworkAccessType', default: 'PublicInternetOnly'},
    app_security_group_management: {to: 'AppSecurityGroupManagement', computed: true},
    auth_mode: {to: 'AuthMode'},
    default_space_settings: {to: 'DefaultSpaceSettings', block: 'single', of: spaceSettings},
    default_user_settings: userSettings('DefaultUserSettings'),
    domain_name: {to: 'DomainName'},
    domain_settings: domainSettings,
    home_efs_file_system_id: made,
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
    retention_policy: {skip: 'terraform-only', because: 'what to do with the file system on destroy'},
    security_group_id_for_domain_boundary: made,
    single_sign_on_application_arn: made,
    single_sign_on_managed_application_instance_id: made,
    subnet_ids: {to: 'SubnetIds', as: 'set'},
    tag_propagation: {to: 'TagPropagation', default: 'DISABLED'},
    url: made,
    vpc_id: {to: 'VpcId'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:sagemaker:{region}:{account}:domain/{id}',
    severity: {
      AppNetworkAccessType: 'high',
      AuthMode: 'high',
      'DefaultSpaceSettings.ExecutionRole': 'high',
      'DefaultUserSettings.ExecutionRole': 'high',
      'DomainSettings.DockerSettings': 'high',
      KmsKeyId: 'high',
    },
  },
} satisfies TerraformType
