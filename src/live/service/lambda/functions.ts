import {paginateListFunctions, type FunctionConfiguration, type LambdaClient} from '@aws-sdk/client-lambda'

import {pagesOf} from '../answer.ts'

/** All functions of a region; a page has fifty at most. */
export function functions(client: LambdaClient): AsyncIterable<readonly FunctionConfiguration[]> {
  return pagesOf(paginateListFunctions({client, pageSize: 50}, {}), ({Functions}) => Functions)
}
