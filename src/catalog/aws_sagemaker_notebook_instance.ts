import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html */
export const entry = {
  type: 'aws_sagemaker_notebook_instance',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::NotebookInstance',
  role: 'object',
  identity: [['arn']],
  attributes: {
    additional_code_repositories: {to: 'AdditionalCodeRepositories', as: 'set'},
    default_code_repository: {to: 'DefaultCodeRepository'},
    direct_internet_access: {to: 'DirectInternetAccess', default: 'Enabled'},
    instance_metadata_service_configuration: {
      to: 'InstanceMetadataServiceConfiguration',
      block: 'single',
      computed: true,
      of: {
        minimum_instance_metadata_service_version: {to: 'MinimumInstanceMetadataServiceVersion', computed: true},
      },
    },
    instance_type: {to: 'InstanceType'},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
    lifecycle_config_name: {to: 'LifecycleConfigName'},
    name: {to: 'NotebookInstanceName'},
    network_interface_id: {skip: 'computed', because: 'made by SageMaker'},
    platform_identifier: {to: 'PlatformIdentifier', computed: true},
    role_arn: {to: 'RoleArn'},
    root_access: {to: 'RootAccess', default: 'Enabled'},
    security_groups: {to: 'SecurityGroupIds', as: 'set', computed: true},
    subnet_id: {to: 'SubnetId'},
    url: {skip: 'computed', because: 'made by SageMaker'},
    volume_size: {to: 'VolumeSizeInGB', default: 5},
  },
  object: {
    idScope: 'region',
    severity: {
      DirectInternetAccess: 'high',
      InstanceType: 'high',
      KmsKeyId: 'high',
      RoleArn: 'high',
      RootAccess: 'high',
      SecurityGroupIds: 'high',
    },
  },
} satisfies TerraformType
