import type {BlockRule, TerraformType} from './entry.ts'
import {productionVariants} from './sagemaker-production-variant.ts'

const asyncInference: BlockRule = {
  to: 'AsyncInferenceConfig',
  block: 'single',
  of: {
    client_config: {
      to: 'ClientConfig',
      block: 'single',
      of: {
        max_concurrent_invocations_per_instance: {to: 'MaxConcurrentInvocationsPerInstance', default: 0},
      },
    },
    output_config: {
      to: 'OutputConfig',
      block: 'single',
      of: {
        kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
        notification_config: {
          to: 'NotificationConfig',
          block: 'single',
          of: {
            error_topic: {to: 'ErrorTopic'},
            include_inference_response_in: {to: 'IncludeInferenceResponseIn', as: 'set'},
            success_topic: {to: 'SuccessTopic'},
          },
        },
        s3_failure_path: {to: 'S3FailurePath'},
        s3_output_path: {to: 'S3OutputPath'},
      },
    },
  },
}

const dataCapture: BlockRule = {
  to: 'DataCaptureConfig',
  block: 'single',
  of: {
    capture_content_type_header: {
      to: 'CaptureContentTypeHeader',
      block: 'single',
      of: {
        csv_content_types: {to: 'CsvContentTypes', as: 'set'},
        json_content_types: {to: 'JsonContentTypes', as: 'set'},
      },
    },
    capture_options: {
      to: 'CaptureOptions',
      block: 'list',
      key: ['CaptureMode'],
      of: {capture_mode: {to: 'CaptureMode'}},
    },
    destination_s3_uri: {to: 'DestinationS3Uri'},
    enable_capture: {to: 'EnableCapture'},
    initial_sampling_percentage: {to: 'InitialSamplingPercentage'},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html */
export const entry = {
  type: 'aws_sagemaker_endpoint_configuration',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::EndpointConfig',
  role: 'object',
  identity: [['arn']],
  attributes: {
    async_inference_config: asyncInference,
    data_capture_config: dataCapture,
    execution_role_arn: {to: 'ExecutionRoleArn'},
    kms_key_arn: {to: 'KmsKeyId', as: 'kmsKey'},
    name: {to: 'EndpointConfigName', computed: true},
    name_prefix: {skip: 'alias', because: 'the full name is in `name`'},
    production_variants: productionVariants('ProductionVariants'),
    shadow_production_variants: productionVariants('ShadowProductionVariants'),
  },
  object: {
    idScope: 'region',
    severity: {ExecutionRoleArn: 'high', KmsKeyId: 'high', ProductionVariants: 'high'},
  },
} satisfies TerraformType
