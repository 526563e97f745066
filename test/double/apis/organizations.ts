import type {ListAccountsRequest} from '@aws-sdk/client-organizations'

import {apisOf, page, type Api} from './api.ts'

const listAccounts: Api<ListAccountsRequest> = ({NextToken: token, MaxResults: size = 20}, {world, partition}) => {
  const {indices, next} = page(world.accounts.length, token, Math.min(size, 20))
  const Accounts = indices.flatMap((index) => {
    const account = world.accounts[index]
    if (!account) return []
    const {id, name} = account
    const Arn = `arn:${partition}:organizations::${world.management}:account/o-example/${id}`
    return [
      {
        Id: id,
        Name: name,
        Arn,
        Email: `${name}@example.com`,
        Status: 'ACTIVE',
        State: 'ACTIVE',
        JoinedMethod: 'CREATED',
      },
    ]
  })
  return {Accounts, ...(next === undefined ? {} : {NextToken: next})}
}

export const organizations = apisOf('organizations', {
  DescribeOrganization: (_, {world, partition}) => ({
    Organization: {
      Id: 'o-example',
      Arn: `arn:${partition}:organizations::${world.management}:organization/o-example`,
      FeatureSet: 'ALL',
      MasterAccountId: world.management,
      MasterAccountArn: `arn:${partition}:organizations::${world.management}:account/o-example/${world.management}`,
    },
  }),
  ListAccounts: listAccounts,
})
