import {IAMClient, paginateGetAccountAuthorizationDetails, type UserDetail} from '@aws-sdk/client-iam'

import {iamUser} from '../../projectors/iam-user.ts'
import {pagesOf, seenBy, tagged} from '../answer.ts'
import {serviceType} from '../read-type.ts'

export const user = serviceType<IAMClient, UserDetail>({
  objectType: iamUser.objectType,
  client: IAMClient,
  sees: seenBy(iamUser),
  list: (client) =>
    pagesOf(
      paginateGetAccountAuthorizationDetails({client, pageSize: 1000}, {Filter: ['User']}),
      ({UserDetailList}) => UserDetailList,
    ),
  object: (detail) => tagged(iamUser, detail),
})
