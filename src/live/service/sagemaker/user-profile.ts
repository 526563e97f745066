import {
  DescribeUserProfileCommand,
  paginateListUserProfiles,
  SageMakerClient,
  type DescribeUserProfileCommandOutput,
} from '@aws-sdk/client-sagemaker'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found} from './described.ts'

const members = [
  'DomainId',
  'SingleSignOnUserIdentifier',
  'SingleSignOnUserValue',
  'UserProfileName',
  'UserSettings',
] as const

export const userProfile = serviceType<SageMakerClient, Omit<DescribeUserProfileCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::UserProfile',
  client: SageMakerClient,
  sees: members,
  list: (client) =>
    pagesOf(paginateListUserProfiles({client, pageSize: 100}, {}), ({UserProfiles}) =>
      UserProfiles?.map(({DomainId, UserProfileName}) => `${UserProfileName}|${DomainId}`),
    ),
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [UserProfileName, DomainId] = id.split('|')
      return found(client.send(new DescribeUserProfileCommand({DomainId, UserProfileName})))
    },
  },
  object: (answer) => ({
    id: `${answer.UserProfileName}|${answer.DomainId}`,
    ...(answer.UserProfileArn === undefined ? {} : {arn: answer.UserProfileArn}),
    ...(answer.Status === 'Deleting' ? {deleting: answer.Status} : {}),
    ...createdAt(answer.CreationTime),
    properties: named(answer, members),
  }),
})
