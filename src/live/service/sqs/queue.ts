import {GetQueueAttributesCommand, paginateListQueues, SQSClient} from '@aws-sdk/client-sqs'

import {sqsQueue} from '../../projectors/sqs-queue.ts'
import {createdAt, pagesOf, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

interface Queue {
  readonly url: string
  readonly attributes: Readonly<Record<string, string>>
}

const gone = ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue']

export const queue = serviceType<SQSClient, Queue>({
  objectType: sqsQueue.objectType,
  client: SQSClient,
  sees: seenBy(sqsQueue),
  list: (client) => pagesOf(paginateListQueues({client, pageSize: 1000}, {}), ({QueueUrls}) => QueueUrls),
  get: {
    size: 1,
    read: async (client, [url = '']) => {
      const command = new GetQueueAttributesCommand({QueueUrl: url, AttributeNames: ['All']})
      const answer = await unless(gone, client.send(command))
      return answer ? [{url, attributes: answer.Attributes ?? {}}] : []
    },
  },
  object: ({url, attributes}) => {
    const {QueueArn: arn, CreatedTimestamp: created} = attributes
    return {
      ...sqsQueue.project({resourceId: url, configuration: {...attributes, QueueUrl: url}, supplementary: {}}),
      ...(arn === undefined ? {} : {arn}),
      ...createdAt(created === undefined ? undefined : Number(created)),
    }
  },
})
