import {paginateListUserPools, type CognitoIdentityProviderClient} from '@aws-sdk/client-cognito-identity-provider'

import {pagesOf} from '../answer.ts'

/** The identifiers of all pools of a region; a page has sixty at most. */
export function pools(client: CognitoIdentityProviderClient): AsyncGenerator<readonly string[]> {
  return pagesOf(paginateListUserPools({client}, {MaxResults: 60}), ({UserPools}) =>
    UserPools?.flatMap(({Id}) => Id ?? []),
  )
}
