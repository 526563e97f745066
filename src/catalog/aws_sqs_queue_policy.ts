import type {TerraformType} from './entry.ts'
import {queueId} from './queue-id.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue_policy */
export const entry = {
  type: 'aws_sqs_queue_policy',
  confidence: 'curated',
  objectType: 'AWS::SQS::Queue',
  role: 'part',
  identity: ({queue_url: url, id}) => queueId(url) ?? queueId(id),
  arnAttribute: null,
  tags: 'none',
  presence: 'QueuePolicy',
  attributes: {
    policy: {to: 'QueuePolicy.PolicyDocument', as: 'iamPolicy'},
    queue_url: {skip: 'identity', because: 'names the queue'},
  },
} satisfies TerraformType
