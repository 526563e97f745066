import {
  IAMClient,
  ListPolicyTagsCommand,
  paginateGetAccountAuthorizationDetails,
  type ManagedPolicyDetail,
} from '@aws-sdk/client-iam'

import {iamPolicy} from '../../projectors/iam-policy.ts'
import {pagesOf, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** The policies of the account itself, not those of AWS. */
export const managedPolicy = serviceType<IAMClient, ManagedPolicyDetail>({
  objectType: iamPolicy.objectType,
  client: IAMClient,
  sees: seenBy(iamPolicy),
  list: (client) =>
    pagesOf(
      paginateGetAccountAuthorizationDetails({client, pageSize: 1000}, {Filter: ['LocalManagedPolicy']}),
      ({Policies}) => Policies,
    ),
  object: (detail) => projected(iamPolicy, detail),
  parts: [
    {
      shows: [],
      read: async (client, [policy]) => {
        const {Tags} = await client.send(new ListPolicyTagsCommand({PolicyArn: policy?.Arn, MaxItems: 1000}))
        return [{tags: tagsOf(Tags)}]
      },
    },
  ],
})
