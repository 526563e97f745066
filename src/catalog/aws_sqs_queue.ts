import type {TerraformType} from './entry.ts'
import {queueId} from './queue-id.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue */
export const entry = {
  type: 'aws_sqs_queue',
  confidence: 'curated',
  objectType: 'AWS::SQS::Queue',
  role: 'object',
  // Providers before 3.33 keep the URL in `id` alone.
  identity: ({url, id}) => queueId(url) ?? queueId(id),
  attributes: {
    content_based_deduplication: {to: 'ContentBasedDeduplication'},
    deduplication_scope: {to: 'DeduplicationScope', computed: true},
    delay_seconds: {to: 'DelaySeconds', default: 0},
    fifo_queue: {to: 'FifoQueue'},
    fifo_throughput_limit: {to: 'FifoThroughputLimit', computed: true},
    // AWS tells of it only where a KMS key is set; the provider records its default of 300 for every queue.
    kms_data_key_reuse_period_seconds: {to: 'KmsDataKeyReusePeriodSeconds', default: 300, computed: true},
    kms_master_key_id: {to: 'KmsMasterKeyId', as: 'kmsKey'},
    max_message_size: {to: 'MaximumMessageSize'},
    message_retention_seconds: {to: 'MessageRetentionPeriod'},
    name: {to: 'QueueName'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    // A type of its own in CloudFormation: AWS::SQS::QueuePolicy.
    policy: {to: 'QueuePolicy.PolicyDocument', as: 'iamPolicy'},
    receive_wait_time_seconds: {to: 'ReceiveMessageWaitTimeSeconds', default: 0},
    redrive_allow_policy: {to: 'RedriveAllowPolicy', as: 'jsonDocument'},
    redrive_policy: {to: 'RedrivePolicy', as: 'jsonDocument'},
    sqs_managed_sse_enabled: {to: 'SqsManagedSseEnabled', computed: true},
    url: {skip: 'identity', because: 'the primary identifier'},
    visibility_timeout_seconds: {to: 'VisibilityTimeout'},
  },
  object: {
    idScope: 'region',
    severity: {
      KmsMasterKeyId: 'high',
      QueuePolicy: 'high',
      RedrivePolicy: 'high',
      SqsManagedSseEnabled: 'high',
    },
  },
} satisfies TerraformType
