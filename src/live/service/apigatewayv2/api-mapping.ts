import {ApiGatewayV2Client, GetApiMappingsCommand, type ApiMapping} from '@aws-sdk/client-apigatewayv2'

import {named, tokenPages} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {MaxResults} from './apis.ts'
import {domainNames} from './domain-names.ts'

interface MappingOfDomain extends ApiMapping {
  readonly domain: string
}

/** Mappings have no tags. At the edge there are REST APIs alone, which the other version of the API tells. */
export const apiMapping = serviceType<ApiGatewayV2Client, MappingOfDomain>({
  objectType: 'AWS::ApiGatewayV2::ApiMapping',
  client: ApiGatewayV2Client,
  sees: ['ApiId', 'ApiMappingId', 'ApiMappingKey', 'DomainName', 'Stage'],
  async *list(client) {
    for await (const page of domainNames(client)) {
      for (const {DomainName: domain = '', DomainNameConfigurations: configurations = []} of page) {
        if (configurations.some(({EndpointType}) => EndpointType === 'EDGE')) continue
        const pages = tokenPages(
          (NextToken) => client.send(new GetApiMappingsCommand({DomainName: domain, MaxResults, NextToken})),
          ({NextToken}) => NextToken,
        )
        for await (const {Items = []} of pages) yield Items.map((item) => ({...item, domain}))
      }
    }
  },
  object: ({domain, ...answer}) => ({
    id: `${answer.ApiMappingId}|${domain}`,
    tags: {},
    properties: {...named(answer, ['ApiId', 'ApiMappingId', 'ApiMappingKey', 'Stage']), DomainName: domain},
  }),
})
