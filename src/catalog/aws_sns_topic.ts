import type {CompareRule, TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic */
export const entry = {
  type: 'aws_sns_topic',
  confidence: 'curated',
  objectType: 'AWS::SNS::Topic',
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    ...deliveryStatus('application', 'application'),
    ...deliveryStatus('firehose', 'firehose'),
    ...deliveryStatus('http', 'http/s'),
    ...deliveryStatus('lambda', 'lambda'),
    ...deliveryStatus('sqs', 'sqs'),
    archive_policy: {to: 'ArchivePolicy', as: 'jsonDocument'},
    beginning_archive_time: {skip: 'computed', because: 'follows from the archive policy'},
    content_based_deduplication: {to: 'ContentBasedDeduplication'},
    // Not in CloudFormation; named after the API.
    delivery_policy: {to: 'DeliveryPolicy', as: 'jsonDocument'},
    display_name: {to: 'DisplayName'},
    fifo_throughput_scope: {to: 'FifoThroughputScope', computed: true},
    fifo_topic: {to: 'FifoTopic'},
    kms_master_key_id: {to: 'KmsMasterKeyId', as: 'kmsKey'},
    name: {to: 'TopicName'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    owner: {skip: 'computed', because: 'the account'},
    // A type of its own in CloudFormation: AWS::SNS::TopicPolicy.
    policy: {to: 'TopicPolicy.PolicyDocument', as: 'iamPolicy', computed: true},
    // The provider records 0 where AWS tells of no version; AWS means 1 (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
    signature_version: {to: 'SignatureVersion', default: '1', value: (version) => (version === 0 ? '1' : version)},
    tracing_config: {to: 'TracingConfig', default: 'PassThrough'},
  },
  object: {
    idScope: 'region',
    severity: {
      KmsMasterKeyId: 'high',
      TopicPolicy: 'high',
    },
  },
} satisfies TerraformType

/** The three attributes of each protocol; CloudFormation keeps them in a list of protocols. */
function deliveryStatus(prefix: string, protocol: string): Readonly<Record<string, CompareRule>> {
  const logging = `DeliveryStatusLogging[Protocol=${protocol}]`
  return {
    [`${prefix}_failure_feedback_role_arn`]: {to: `${logging}.FailureFeedbackRoleArn`},
    [`${prefix}_success_feedback_role_arn`]: {to: `${logging}.SuccessFeedbackRoleArn`},
    [`${prefix}_success_feedback_sample_rate`]: {to: `${logging}.SuccessFeedbackSampleRate`, default: 0},
  }
}
