import type {BlockRule, CompareRule, SkipRule} from './entry.ts'

export const notInSchema: SkipRule = {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-sagemaker-domain-resourcespec.html */
export const resourceSpec: BlockRule = {
  to: 'DefaultResourceSpec',
  block: 'single',
  computed: true,
  of: {
    instance_type: {to: 'InstanceType', computed: true},
    lifecycle_config_arn: {to: 'LifecycleConfigArn'},
    sagemaker_image_arn: {to: 'SageMakerImageArn', computed: true},
    sagemaker_image_version_alias: notInSchema,
    sagemaker_image_version_arn: {to: 'SageMakerImageVersionArn', computed: true},
  },
}

const lifecycleConfigs: CompareRule = {to: 'LifecycleConfigArns', as: 'set'}

const customImages: BlockRule = {
  to: 'CustomImages',
  block: 'list',
  key: ['AppImageConfigName'],
  of: {
    app_image_config_name: {to: 'AppImageConfigName'},
    image_name: {to: 'ImageName'},
    image_version_number: {to: 'ImageVersionNumber', default: 0, computed: true},
  },
}

const codeRepositories: BlockRule = {
  to: 'CodeRepositories',
  block: 'set',
  of: {repository_url: {to: 'RepositoryUrl'}},
}

const lifecycle: BlockRule = {
  to: 'AppLifecycleManagement.IdleSettings',
  block: 'single',
  of: {
    idle_settings: {
      to: '',
      block: 'single',
      of: {
        idle_timeout_in_minutes: {to: 'IdleTimeoutInMinutes', default: 0},
        lifecycle_management: {to: 'LifecycleManagement', default: 'DISABLED'},
        max_idle_timeout_in_minutes: {to: 'MaxIdleTimeoutInMinutes', default: 0},
        min_idle_timeout_in_minutes: {to: 'MinIdleTimeoutInMinutes', default: 0},
      },
    },
  },
}

export const codeEditor: BlockRule = {
  to: 'CodeEditorAppSettings',
  block: 'single',
  of: {
    app_lifecycle_management: lifecycle,
    built_in_lifecycle_config_arn: {to: 'BuiltInLifecycleConfigArn'},
    custom_image: customImages,
    default_resource_spec: resourceSpec,
    lifecycle_config_arns: lifecycleConfigs,
  },
}

export const jupyterLab: BlockRule = {
  to: 'JupyterLabAppSettings',
  block: 'single',
  of: {
    app_lifecycle_management: lifecycle,
    built_in_lifecycle_config_arn: {to: 'BuiltInLifecycleConfigArn'},
    code_repository: codeRepositories,
    custom_image: customImages,
    default_resource_spec: resourceSpec,
    emr_settings: {
      to: 'EmrSettings',
      block: 'single',
      of: {
        assumable_role_arns: {to: 'AssumableRoleArns', as: 'set'},
        execution_role_arns: {to: 'ExecutionRoleArns', as: 'set'},
      },
    },
    lifecycle_config_arns: lifecycleConfigs,
  },
}

export const jupyterServer: BlockRule = {
  to: 'JupyterServerAppSettings',
  block: 'single',
  of: {
    code_repository: notInSchema,
    default_resource_spec: resourceSpec,
    lifecycle_config_arns: lifecycleConfigs,
  },
}

export const kernelGateway: BlockRule = {
  to: 'KernelGatewayAppSettings',
  block: 'single',
  of: {
    custom_image: customImages,
    default_resource_spec: resourceSpec,
    lifecycle_config_arns: lifecycleConfigs,
  },
}

export const rSession: BlockRule = {
  to: 'RSessionAppSettings',
  block: 'single',
  of: {custom_image: customImages, default_resource_spec: resourceSpec},
}
