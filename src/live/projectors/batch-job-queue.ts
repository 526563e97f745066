import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobqueue.html */
export const batchJobQueue = shaped({
  objectType: 'AWS::Batch::JobQueue',
  id: 'JobQueueArn',
  perhaps: ['JobStateTimeLimitActions'],
})
