import {BatchClient, paginateDescribeJobQueues, type JobQueueDetail} from '@aws-sdk/client-batch'

import {capitalized, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'computeEnvironmentOrder',
  'jobQueueArn',
  'jobQueueName',
  'jobStateTimeLimitActions',
  'priority',
  'schedulingPolicyArn',
  'state',
] as const

export const jobQueue = serviceType<BatchClient, JobQueueDetail>({
  objectType: 'AWS::Batch::JobQueue',
  client: BatchClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) => pagesOf(paginateDescribeJobQueues({client, pageSize: 100}, {}), ({jobQueues}) => jobQueues),
  object: (answer) => ({
    id: answer.jobQueueArn ?? '',
    ...(answer.jobQueueArn === undefined ? {} : {arn: answer.jobQueueArn}),
    ...(answer.status === 'DELETING' || answer.status === 'DELETED' ? {deleting: answer.status} : {}),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members),
  }),
})
