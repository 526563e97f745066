import {APIGatewayClient, paginateGetBasePathMappings, type BasePathMapping} from '@aws-sdk/client-api-gateway'

import {capitalized} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {domainNames} from './domain-names.ts'

interface MappingOfDomain extends BasePathMapping {
  readonly domain: string
}

/** Mappings have no tags. Those of private domain names are of a type of their own in CloudFormation. */
export const basePathMapping = serviceType<APIGatewayClient, MappingOfDomain>({
  objectType: 'AWS::ApiGateway::BasePathMapping',
  client: APIGatewayClient,
  sees: ['BasePath', 'DomainName', 'RestApiId', 'Stage'],
  async *list(client) {
    for await (const page of domainNames(client)) {
      for (const {domainName: domain = '', endpointConfiguration: {types = []} = {}} of page) {
        if (types.includes('PRIVATE')) continue
        const mappings = paginateGetBasePathMappings({client, pageSize: 500}, {domainName: domain})
        for await (const {items = []} of mappings) yield items.map((item) => ({...item, domain}))
      }
    }
  },
  object: ({domain, ...answer}) => ({
    id: `${domain}|${answer.basePath}`,
    tags: {},
    properties: {...capitalized(answer, ['basePath', 'restApiId', 'stage']), DomainName: domain},
  }),
})
