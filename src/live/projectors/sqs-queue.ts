import {queueId} from '../../catalog/queue-id.ts'
import {documentAt, picked, said, textAt} from './document.ts'
import type {Projector} from './projector.ts'

const plain = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'QueueName',
  'ReceiveMessageWaitTimeSeconds',
  'SqsManagedSseEnabled',
  'VisibilityTimeout',
]

/**
 * The attribute bag of GetQueueAttributes (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html)
 * with the queue's URL and name: texts, and documents inside texts. That Config keeps the documents too shows in its rules
 * sqs-queue-dlq-check and sqs-queue-no-public-access, which judge a configuration change by them.
 */
export const sqsQueue: Projector = {
  objectType: 'AWS::SQS::Queue',
  sees: [...plain, 'QueuePolicy.PolicyDocument', 'RedriveAllowPolicy', 'RedrivePolicy'],
  project({resourceId, configuration}) {
    const url = textAt(configuration, 'QueueUrl') ?? resourceId
    const policy = documentAt(configuration, 'Policy')
    return {
      id: queueId(url) ?? url,
      properties: {
        // Items of older recorders lack the name, which the URL ends in.
        QueueName: url.split('/').at(-1) ?? url,
        ...picked(configuration, plain),
        ...said({
          RedriveAllowPolicy: documentAt(configuration, 'RedriveAllowPolicy'),
          RedrivePolicy: documentAt(configuration, 'RedrivePolicy'),
          QueuePolicy: policy === undefined ? undefined : {PolicyDocument: policy},
        }),
      },
    }
  },
}
