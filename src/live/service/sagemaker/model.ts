import {
  DescribeModelCommand,
  paginateListModels,
  SageMakerClient,
  type DescribeModelCommandOutput,
} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = [
  'Containers',
  'EnableNetworkIsolation',
  'ExecutionRoleArn',
  'InferenceExecutionConfig',
  'ModelArn',
  'ModelName',
  'PrimaryContainer',
  'VpcConfig',
] as const

export const model = serviceType<SageMakerClient, Omit<DescribeModelCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::Model',
  client: SageMakerClient,
  sees: [...members],
  list: (client) =>
    pagesOf(paginateListModels({client, pageSize: 100}, {}), ({Models}) =>
      Models?.flatMap(({ModelArn}) => ModelArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) => found(client.send(new DescribeModelCommand({ModelName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.ModelArn ?? '',
    ...(answer.ModelArn === undefined ? {} : {arn: answer.ModelArn}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members)},
  }),
})
