import {IAMClient, paginateGetAccountAuthorizationDetails, paginateListRoles} from '@aws-sdk/client-iam'
import type {Role, RoleDetail} from '@aws-sdk/client-iam'

import {iamRole} from '../../projectors/iam-role.ts'
import {named, oncePer, pagesOf, seenBy, tagged} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** One call for a thousand roles with their policies; description and session duration are in the plain list alone. */
export const role = serviceType<IAMClient, RoleDetail>({
  objectType: iamRole.objectType,
  client: IAMClient,
  sees: seenBy(iamRole),
  list: (client) =>
    pagesOf(
      paginateGetAccountAuthorizationDetails({client, pageSize: 1000}, {Filter: ['Role']}),
      ({RoleDetailList}) => RoleDetailList,
    ),
  object: (detail) => tagged(iamRole, detail),
  parts: [
    {
      shows: ['Description', 'MaxSessionDuration'],
      size: 100,
      read: async (client, details) => {
        const roles = await rolesByName(client)
        return details.map(({RoleName = ''}) => ({
          properties: named(roles.get(RoleName) ?? {}, ['Description', 'MaxSessionDuration']),
        }))
      },
    },
  ],
})

const rolesByName = oncePer(async (client: IAMClient): Promise<ReadonlyMap<string, Partial<Role>>> => {
  const pages = pagesOf(paginateListRoles({client, pageSize: 1000}, {}), ({Roles}) => Roles)
  return new Map((await Array.fromAsync(pages)).flat().map((each) => [each.RoleName ?? '', each]))
})
