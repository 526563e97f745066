import {paginateGetResources, paginateGetRestApis} from '@aws-sdk/client-api-gateway'
import type {APIGatewayClient, Resource, RestApi} from '@aws-sdk/client-api-gateway'

import {pagesOf} from '../answer.ts'

export function restApis(client: APIGatewayClient): AsyncIterable<readonly RestApi[]> {
  return pagesOf(paginateGetRestApis({client, pageSize: 500}, {}), ({items}) => items)
}

export interface ResourceOfApi extends Resource {
  readonly api: string
}

/** The resources of all APIs, with their methods where asked for: one call for five hundred. */
export async function* resources(client: APIGatewayClient, embed: string[]): AsyncGenerator<readonly ResourceOfApi[]> {
  for await (const page of restApis(client)) {
    for (const {id: api = ''} of page) {
      const pages = paginateGetResources({client, pageSize: 500}, {restApiId: api, embed})
      for await (const {items = []} of pages) yield items.map((resource) => ({...resource, api}))
    }
  }
}
