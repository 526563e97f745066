import {
  DescribeEndpointCommand,
  paginateListEndpoints,
  SageMakerClient,
  type DescribeEndpointCommandOutput,
} from '@aws-sdk/client-sagemaker'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = ['EndpointArn', 'EndpointConfigName', 'EndpointName'] as const

export const endpoint = serviceType<SageMakerClient, Omit<DescribeEndpointCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::Endpoint',
  client: SageMakerClient,
  sees: [...members, 'DeploymentConfig', 'ProductionVariants'],
  list: (client) =>
    pagesOf(paginateListEndpoints({client, pageSize: 100}, {}), ({Endpoints}) =>
      Endpoints?.flatMap(({EndpointArn}) => EndpointArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) => found(client.send(new DescribeEndpointCommand({EndpointName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.EndpointArn ?? '',
    ...(answer.EndpointArn === undefined ? {} : {arn: answer.EndpointArn}),
    ...(answer.EndpointStatus === 'Deleting' ? {deleting: answer.EndpointStatus} : {}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members), ...deployment(answer)},
  }),
})

/** How many instances serve each variant is told of the endpoint, which instances those are of its configuration. */
function deployment({
  LastDeploymentConfig,
  ProductionVariants = [],
}: Partial<DescribeEndpointCommandOutput>): JsonRecord {
  return plain({
    DeploymentConfig: LastDeploymentConfig,
    ProductionVariants: ProductionVariants.map((variant) =>
      named(variant, ['CurrentInstanceCount', 'CurrentWeight', 'DesiredInstanceCount', 'VariantName']),
    ),
  }) as JsonRecord
}
