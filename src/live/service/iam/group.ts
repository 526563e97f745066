import {IAMClient, paginateGetAccountAuthorizationDetails, type GroupDetail} from '@aws-sdk/client-iam'

import {iamGroup} from '../../projectors/iam-group.ts'
import {pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Groups have no tags. */
export const group = serviceType<IAMClient, GroupDetail>({
  objectType: iamGroup.objectType,
  client: IAMClient,
  sees: seenBy(iamGroup),
  list: (client) =>
    pagesOf(
      paginateGetAccountAuthorizationDetails({client, pageSize: 1000}, {Filter: ['Group']}),
      ({GroupDetailList}) => GroupDetailList,
    ),
  object: (detail) => ({tags: {}, ...projected(iamGroup, detail)}),
})
