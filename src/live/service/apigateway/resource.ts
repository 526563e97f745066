import {APIGatewayClient} from '@aws-sdk/client-api-gateway'

import {capitalized} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {resources, type ResourceOfApi} from './apis.ts'

/** Resources have no tags; the root, which has no parent, comes with its API. */
export const resource = serviceType<APIGatewayClient, ResourceOfApi>({
  objectType: 'AWS::ApiGateway::Resource',
  client: APIGatewayClient,
  sees: ['ParentId', 'PathPart', 'ResourceId', 'RestApiId'],
  async *list(client) {
    for await (const page of resources(client, [])) yield page.filter(({parentId}) => parentId !== undefined)
  },
  object: (answer) => ({
    id: `${answer.api}|${answer.id}`,
    tags: {},
    properties: {
      ...capitalized(answer, ['parentId', 'pathPart']),
      ResourceId: answer.id ?? '',
      RestApiId: answer.api,
    },
  }),
})
