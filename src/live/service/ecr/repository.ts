import {
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  paginateDescribeRepositories,
  type Repository,
} from '@aws-sdk/client-ecr'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import {capitalized, createdAt, pagesOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'encryptionConfiguration',
  'imageScanningConfiguration',
  'imageTagMutability',
  'repositoryName',
] as const
const filters = 'ImageTagMutabilityExclusionFilters'

export const repository = serviceType<ECRClient, Repository>({
  objectType: 'AWS::ECR::Repository',
  client: ECRClient,
  sees: [...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), filters],
  list: (client) =>
    pagesOf(paginateDescribeRepositories({client, pageSize: 1000}, {}), ({repositories}) => repositories),
  object: (answer) => ({
    id: answer.repositoryName ?? '',
    ...(answer.repositoryArn === undefined ? {} : {arn: answer.repositoryArn}),
    ...createdAt(answer.createdAt),
    properties: {
      ...capitalized(answer, members),
      [filters]:
        answer.imageTagMutabilityExclusionFilters?.map(({filter = '', filterType = ''}) => ({
          ImageTagMutabilityExclusionFilterType: filterType,
          ImageTagMutabilityExclusionFilterValue: filter,
        })) ?? [],
    },
  }),
  parts: [
    {
      shows: ['LifecyclePolicy'],
      read: async (client, [answer]) => {
        const command = new GetLifecyclePolicyCommand({repositoryName: answer?.repositoryName})
        const {lifecyclePolicyText: text} =
          (await unless(['LifecyclePolicyNotFoundException'], client.send(command))) ?? {}
        return [{properties: text === undefined ? {} : {LifecyclePolicy: {LifecyclePolicyText: text}}}]
      },
    },
    {
      shows: ['RepositoryPolicyText'],
      read: async (client, [answer]) => {
        const command = new GetRepositoryPolicyCommand({repositoryName: answer?.repositoryName})
        const {policyText: text} = (await unless(['RepositoryPolicyNotFoundException'], client.send(command))) ?? {}
        return [{properties: text === undefined ? {} : {RepositoryPolicyText: parseDocument(text)}}]
      },
    },
  ],
})
