import {
  BedrockClient,
  paginateListProvisionedModelThroughputs,
  type ProvisionedModelSummary,
} from '@aws-sdk/client-bedrock'

import {createdAt, pagesOf, plain} from '../answer.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {serviceType} from '../read-type.ts'

/** Bought by the hour or for months; the CloudFormation type of that name is not there, its names are the API's. */
export const provisionedModelThroughput = serviceType<BedrockClient, ProvisionedModelSummary>({
  objectType: 'AWS::Bedrock::ProvisionedModelThroughput',
  client: BedrockClient,
  sees: ['CommitmentDuration', 'ModelArn', 'ModelUnits', 'ProvisionedModelName', 'Status'],
  list: (client) =>
    pagesOf(
      paginateListProvisionedModelThroughputs({client, pageSize: 1000}, {}),
      ({provisionedModelSummaries}) => provisionedModelSummaries,
    ),
  object: (summary) => ({
    id: summary.provisionedModelArn ?? '',
    ...(summary.provisionedModelArn === undefined ? {} : {arn: summary.provisionedModelArn}),
    ...createdAt(summary.creationTime),
    properties: plain({
      CommitmentDuration: summary.commitmentDuration,
      ModelArn: summary.modelArn,
      ModelUnits: summary.modelUnits,
      ProvisionedModelName: summary.provisionedModelName,
      Status: summary.status,
    }) as JsonRecord,
  }),
})
