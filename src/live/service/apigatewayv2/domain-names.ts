import {GetDomainNamesCommand, type ApiGatewayV2Client, type DomainName} from '@aws-sdk/client-apigatewayv2'

import {pagesOf, tokenPages} from '../answer.ts'
import {MaxResults} from './apis.ts'

export function domainNames(client: ApiGatewayV2Client): AsyncGenerator<readonly DomainName[]> {
  const pages = tokenPages(
    (NextToken) => client.send(new GetDomainNamesCommand({MaxResults, NextToken})),
    ({NextToken}) => NextToken,
  )
  return pagesOf(pages, ({Items}) => Items)
}
