import {
  DescribeEndpointConfigCommand,
  paginateListEndpointConfigs,
  SageMakerClient,
  type DescribeEndpointConfigCommandOutput,
} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = [
  'AsyncInferenceConfig',
  'DataCaptureConfig',
  'EnableNetworkIsolation',
  'EndpointConfigArn',
  'EndpointConfigName',
  'ExecutionRoleArn',
  'ExplainerConfig',
  'KmsKeyId',
  'ProductionVariants',
  'ShadowProductionVariants',
  'VpcConfig',
] as const

export const endpointConfig = serviceType<SageMakerClient, Omit<DescribeEndpointConfigCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::EndpointConfig',
  client: SageMakerClient,
  sees: [...members],
  list: (client) =>
    pagesOf(paginateListEndpointConfigs({client, pageSize: 100}, {}), ({EndpointConfigs}) =>
      EndpointConfigs?.flatMap(({EndpointConfigArn}) => EndpointConfigArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) =>
      found(client.send(new DescribeEndpointConfigCommand({EndpointConfigName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.EndpointConfigArn ?? '',
    ...(answer.EndpointConfigArn === undefined ? {} : {arn: answer.EndpointConfigArn}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members)},
  }),
})
