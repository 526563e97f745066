import {BatchClient, paginateDescribeComputeEnvironments, type ComputeEnvironmentDetail} from '@aws-sdk/client-batch'

import {capitalized, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'computeEnvironmentArn',
  'computeEnvironmentName',
  'computeResources',
  'eksConfiguration',
  'serviceRole',
  'state',
  'type',
  'unmanagedvCpus',
  'updatePolicy',
] as const

export const computeEnvironment = serviceType<BatchClient, ComputeEnvironmentDetail>({
  objectType: 'AWS::Batch::ComputeEnvironment',
  client: BatchClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) =>
    pagesOf(
      paginateDescribeComputeEnvironments({client, pageSize: 100}, {}),
      ({computeEnvironments}) => computeEnvironments,
    ),
  object: (answer) => ({
    id: answer.computeEnvironmentArn ?? '',
    ...(answer.computeEnvironmentArn === undefined ? {} : {arn: answer.computeEnvironmentArn}),
    ...(answer.status === 'DELETING' || answer.status === 'DELETED' ? {deleting: answer.status} : {}),
    tags: tagsOf(answer.tags ?? {}),
    properties: capitalized(answer, members, new Set(['tags'])),
  }),
})
