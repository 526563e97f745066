import type {AttributeRule, BlockRule} from './entry.ts'
import {zeroIsNone} from './zero-is-none.ts'

const serverless: BlockRule = {
  to: 'ServerlessConfig',
  block: 'single',
  of: {
    max_concurrency: {to: 'MaxConcurrency'},
    memory_size_in_mb: {to: 'MemorySizeInMB'},
    provisioned_concurrency: {to: 'ProvisionedConcurrency', default: 0},
  },
}

const scaling: BlockRule = {
  to: 'ManagedInstanceScaling',
  block: 'single',
  of: {
    max_instance_count: {to: 'MaxInstanceCount', default: 0},
    min_instance_count: {to: 'MinInstanceCount', default: 0},
    status: {to: 'Status'},
  },
}

const variant: Readonly<Record<string, AttributeRule>> = {
  accelerator_type: {to: 'AcceleratorType'},
  container_startup_health_check_timeout_in_seconds: {to: 'ContainerStartupHealthCheckTimeoutInSeconds', default: 0},
  core_dump_config: {
    to: 'CoreDumpConfig',
    block: 'single',
    of: {destination_s3_uri: {to: 'DestinationS3Uri'}, kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'}},
  },
  enable_ssm_access: {to: 'EnableSSMAccess'},
  inference_ami_version: {to: 'InferenceAmiVersion', computed: true},
  initial_instance_count: {to: 'InitialInstanceCount', default: 0},
  initial_variant_weight: {to: 'InitialVariantWeight', default: 1},
  instance_type: {to: 'InstanceType'},
  managed_instance_scaling: scaling,
  model_data_download_timeout_in_seconds: {to: 'ModelDataDownloadTimeoutInSeconds', default: 0},
  model_name: {to: 'ModelName'},
  routing_config: {to: 'RoutingConfig', block: 'single', of: {routing_strategy: {to: 'RoutingStrategy'}}},
  serverless_config: serverless,
  variant_name: {to: 'VariantName', computed: true},
  // SageMaker tells a size even of variants that have no volume.
  volume_size_in_gb: {to: 'VolumeSizeInGB', value: zeroIsNone, computed: true},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-sagemaker-endpointconfig-productionvariant.html */
export const productionVariants = (to: string): BlockRule => ({to, block: 'list', key: ['VariantName'], of: variant})
