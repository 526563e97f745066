import {GetApisCommand, type Api, type ApiGatewayV2Client} from '@aws-sdk/client-apigatewayv2'

import {pagesOf, tokenPages} from '../answer.ts'

export const MaxResults = '500'

export function apis(client: ApiGatewayV2Client): AsyncIterable<readonly Api[]> {
  const pages = tokenPages(
    (NextToken) => client.send(new GetApisCommand({MaxResults, NextToken})),
    ({NextToken}) => NextToken,
  )
  return pagesOf(pages, ({Items}) => Items)
}

interface Page<T> {
  readonly Items?: readonly T[] | undefined
  readonly NextToken?: string | undefined
}

/** What the APIs have, API by API, each with the API that it is of. */
export async function* ofApis<T>(
  client: ApiGatewayV2Client,
  ask: (ApiId: string, NextToken: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly (T & {readonly api: string})[]> {
  for await (const page of apis(client)) {
    for (const {ApiId: api = ''} of page) {
      const pages = tokenPages(
        (token) => ask(api, token),
        ({NextToken}) => NextToken,
      )
      for await (const {Items = []} of pages) yield Items.map((item) => ({...item, api}))
    }
  }
}
