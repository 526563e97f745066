import {
  IAMClient,
  ListInstanceProfileTagsCommand,
  paginateListInstanceProfiles,
  type InstanceProfile,
} from '@aws-sdk/client-iam'

import {createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Not in AWS Config at all. */
export const instanceProfile = serviceType<IAMClient, InstanceProfile>({
  objectType: 'AWS::IAM::InstanceProfile',
  client: IAMClient,
  sees: ['Arn', 'InstanceProfileName', 'Path', 'Roles'],
  list: (client) =>
    pagesOf(paginateListInstanceProfiles({client, pageSize: 1000}, {}), ({InstanceProfiles}) => InstanceProfiles),
  object: (profile) => ({
    id: profile.InstanceProfileName ?? '',
    ...(profile.Arn === undefined ? {} : {arn: profile.Arn}),
    ...createdAt(profile.CreateDate),
    properties: {
      ...named(profile, ['Arn', 'InstanceProfileName', 'Path']),
      Roles: profile.Roles?.flatMap(({RoleName}) => RoleName ?? []) ?? [],
    },
  }),
  parts: [
    {
      shows: [],
      read: async (client, [profile]) => {
        const input = {InstanceProfileName: profile?.InstanceProfileName, MaxItems: 1000}
        return [{tags: tagsOf((await client.send(new ListInstanceProfileTagsCommand(input))).Tags)}]
      },
    },
  ],
})
