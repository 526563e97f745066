import {paginateGetDomainNames, type APIGatewayClient, type DomainName} from '@aws-sdk/client-api-gateway'

import {pagesOf} from '../answer.ts'

export function domainNames(client: APIGatewayClient): AsyncGenerator<readonly DomainName[]> {
  return pagesOf(paginateGetDomainNames({client, pageSize: 500}, {}), ({items}) => items)
}
