import {
  DescribeTrainingJobCommand,
  paginateListTrainingJobs,
  SageMakerClient,
  type DescribeTrainingJobCommandOutput,
} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = [
  'EnableManagedSpotTraining',
  'ResourceConfig',
  'RoleArn',
  'StoppingCondition',
  'TrainingJobArn',
  'TrainingJobName',
  'TrainingJobStatus',
  'WarmPoolStatus',
] as const

/**
 * Jobs that run: those that ended cost nothing any more. CloudFormation has no type of it; the names are those of
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html.
 */
export const trainingJob = serviceType<SageMakerClient, Omit<DescribeTrainingJobCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::TrainingJob',
  client: SageMakerClient,
  sees: [...members],
  list: (client) =>
    pagesOf(paginateListTrainingJobs({client, pageSize: 100}, {StatusEquals: 'InProgress'}), ({TrainingJobSummaries}) =>
      TrainingJobSummaries?.flatMap(({TrainingJobArn}) => TrainingJobArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) =>
      found(client.send(new DescribeTrainingJobCommand({TrainingJobName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.TrainingJobArn ?? '',
    ...(answer.TrainingJobArn === undefined ? {} : {arn: answer.TrainingJobArn}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members)},
  }),
})
