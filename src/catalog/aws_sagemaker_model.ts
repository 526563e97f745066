import type {AttributeRule, BlockRule, TerraformType} from './entry.ts'

const imageConfig: BlockRule = {
  to: 'ImageConfig',
  block: 'single',
  of: {
    repository_access_mode: {to: 'RepositoryAccessMode'},
    repository_auth_config: {
      to: 'RepositoryAuthConfig',
      block: 'single',
      of: {repository_credentials_provider_arn: {to: 'RepositoryCredentialsProviderArn'}},
    },
  },
}

const modelData: BlockRule = {
  to: 'ModelDataSource',
  block: 'single',
  of: {
    s3_data_source: {
      to: 'S3DataSource',
      block: 'single',
      of: {
        compression_type: {to: 'CompressionType'},
        model_access_config: {to: 'ModelAccessConfig', block: 'single', of: {accept_eula: {to: 'AcceptEula'}}},
        s3_data_type: {to: 'S3DataType'},
        s3_uri: {to: 'S3Uri'},
      },
    },
  },
}

const container: Readonly<Record<string, AttributeRule>> = {
  additional_model_data_source: {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'},
  container_hostname: {to: 'ContainerHostname', computed: true},
  environment: {to: 'Environment'},
  image: {to: 'Image', computed: true},
  image_config: imageConfig,
  inference_specification_name: {to: 'InferenceSpecificationName'},
  mode: {to: 'Mode', default: 'SingleModel'},
  // SageMaker says the same twice where the model is one archive.
  model_data_source: {...modelData, computed: true},
  model_data_url: {to: 'ModelDataUrl', computed: true},
  model_package_name: {to: 'ModelPackageName', as: 'arnOrName'},
  multi_model_config: {
    to: 'MultiModelConfig',
    block: 'single',
    of: {model_cache_setting: {to: 'ModelCacheSetting', default: 'Enabled'}},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-model.html */
export const entry = {
  type: 'aws_sagemaker_model',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::Model',
  role: 'object',
  identity: [['arn']],
  attributes: {
    container: {to: 'Containers', block: 'list', of: container},
    enable_network_isolation: {to: 'EnableNetworkIsolation'},
    execution_role_arn: {to: 'ExecutionRoleArn'},
    inference_execution_config: {
      to: 'InferenceExecutionConfig',
      block: 'single',
      computed: true,
      of: {mode: {to: 'Mode'}},
    },
    name: {to: 'ModelName', computed: true},
    primary_container: {to: 'PrimaryContainer', block: 'single', of: container},
    vpc_config: {
      to: 'VpcConfig',
      block: 'single',
      of: {
        security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
        subnets: {to: 'Subnets', as: 'set'},
      },
    },
  },
  object: {
    idScope: 'region',
    sensitive: ['PrimaryContainer.Environment', 'Containers.*.Environment'],
    severity: {EnableNetworkIsolation: 'high', ExecutionRoleArn: 'high', VpcConfig: 'high'},
  },
} satisfies TerraformType
