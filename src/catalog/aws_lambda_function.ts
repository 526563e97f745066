import type {SkipRule, TerraformType} from './entry.ts'
import {functionName} from './function-name.ts'

/** Code is deployed by pipelines more often than by Terraform, and AWS keeps no more of its origin than a hash. */
const code = (what: string): SkipRule => ({
  skip: 'controlled',
  because: `${what}: releases change the code outside Terraform`,
})
const whileDestroying: SkipRule = {skip: 'terraform-only', because: 'tells the provider what to do on destroy'}
const computed = (what: string): SkipRule => ({skip: 'computed', because: what})

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function */
export const entry = {
  type: 'aws_lambda_function',
  confidence: 'curated',
  objectType: 'AWS::Lambda::Function',
  role: 'object',
  identity: ({function_name: name, id}) => functionName(name) ?? functionName(id),
  attributes: {
    architectures: {to: 'Architectures', as: 'set', default: ['x86_64'], computed: true},
    capacity_provider_config: {
      to: 'CapacityProviderConfig',
      block: 'single',
      of: {
        lambda_managed_instances_capacity_provider_config: {
          to: 'LambdaManagedInstancesCapacityProviderConfig',
          block: 'single',
          of: {
            capacity_provider_arn: {to: 'CapacityProviderArn'},
            execution_environment_memory_gib_per_vcpu: {to: 'ExecutionEnvironmentMemoryGiBPerVCpu', computed: true},
            per_execution_environment_max_concurrency: {to: 'PerExecutionEnvironmentMaxConcurrency', computed: true},
          },
        },
      },
    },
    code_sha256: code('hash of the code'),
    code_signing_config_arn: {to: 'CodeSigningConfigArn'},
    dead_letter_config: {to: 'DeadLetterConfig', block: 'single', of: {target_arn: {to: 'TargetArn'}}},
    description: {to: 'Description'},
    durable_config: {
      to: 'DurableConfig',
      block: 'single',
      of: {
        execution_timeout: {to: 'ExecutionTimeout'},
        retention_period: {to: 'RetentionPeriodInDays', default: 14},
      },
    },
    environment: {to: 'Environment', block: 'single', of: {variables: {to: 'Variables'}}},
    ephemeral_storage: {to: 'EphemeralStorage', block: 'single', of: {size: {to: 'Size', default: 512}}},
    file_system_config: {
      to: 'FileSystemConfigs',
      block: 'set',
      key: ['Arn'],
      of: {arn: {to: 'Arn'}, local_mount_path: {to: 'LocalMountPath'}},
    },
    filename: code('path of the archive on the machine that ran Terraform'),
    function_name: {to: 'FunctionName', value: (name) => functionName(name) ?? name},
    handler: {to: 'Handler'},
    image_config: {
      to: 'ImageConfig',
      block: 'single',
      of: {
        command: {to: 'Command'},
        entry_point: {to: 'EntryPoint'},
        working_directory: {to: 'WorkingDirectory'},
      },
    },
    image_uri: code('image of the code'),
    invoke_arn: computed('follows from the ARN'),
    kms_key_arn: {to: 'KmsKeyArn', as: 'kmsKey'},
    last_modified: computed('time of the last update'),
    // Their order decides which one wins where two hold the same file.
    layers: {to: 'Layers'},
    logging_config: {
      to: 'LoggingConfig',
      block: 'single',
      computed: true,
      of: {
        application_log_level: {to: 'ApplicationLogLevel', computed: true},
        log_format: {to: 'LogFormat', default: 'Text'},
        log_group: {to: 'LogGroup', computed: true},
        system_log_level: {to: 'SystemLogLevel', computed: true},
      },
    },
    memory_size: {to: 'MemorySize', default: 128},
    package_type: {to: 'PackageType', default: 'Zip'},
    publish: {skip: 'terraform-only', because: 'makes the provider publish a version with each update'},
    publish_to: {skip: 'terraform-only', because: 'makes the provider publish a version with each update'},
    qualified_arn: computed('ARN of the latest version'),
    qualified_invoke_arn: computed('follows from the ARN of the latest version'),
    replace_security_groups_on_destroy: whileDestroying,
    replacement_security_group_ids: whileDestroying,
    // -1 is the provider's word for none; 0 switches the function off.
    reserved_concurrent_executions: {to: 'ReservedConcurrentExecutions', default: -1},
    response_streaming_invoke_arn: computed('follows from the ARN'),
    role: {to: 'Role'},
    runtime: {to: 'Runtime'},
    s3_bucket: code('origin of the code'),
    s3_key: code('origin of the code'),
    s3_object_version: code('origin of the code'),
    signing_job_arn: computed('follows from the code'),
    signing_profile_version_arn: computed('follows from the code'),
    skip_destroy: whileDestroying,
    snap_start: {
      to: 'SnapStart',
      block: 'single',
      of: {
        apply_on: {to: 'ApplyOn', default: 'None'},
        optimization_status: computed('whether the latest version is optimised'),
      },
    },
    source_code_hash: code('hash of the code'),
    source_code_size: code('size of the code'),
    source_kms_key_arn: code('key of the archive with the code'),
    tenancy_config: {to: 'TenancyConfig', block: 'single', of: {tenant_isolation_mode: {to: 'TenantIsolationMode'}}},
    timeout: {to: 'Timeout', default: 3},
    tracing_config: {to: 'TracingConfig', block: 'single', of: {mode: {to: 'Mode', default: 'PassThrough'}}},
    version: computed('number of the latest version'),
    vpc_config: {
      to: 'VpcConfig',
      block: 'single',
      of: {
        ipv6_allowed_for_dual_stack: {to: 'Ipv6AllowedForDualStack'},
        security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
        subnet_ids: {to: 'SubnetIds', as: 'set'},
        vpc_id: computed('follows from the subnets'),
      },
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:lambda:{region}:{account}:function:{id}',
    sensitive: ['Environment.Variables.*', 'Permissions.*.EventSourceToken'],
    severity: {
      CodeSigningConfigArn: 'high',
      KmsKeyArn: 'high',
      Permissions: 'high',
      Role: 'high',
      VpcConfig: 'high',
    },
  },
} satisfies TerraformType
