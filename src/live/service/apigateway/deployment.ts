import {APIGatewayClient, paginateGetDeployments, type Deployment} from '@aws-sdk/client-api-gateway'

import {createdAt} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {restApis} from './apis.ts'

interface DeploymentOfApi extends Deployment {
  readonly api: string
}

/** What it deployed is not told; deployments have no tags. */
export const deployment = serviceType<APIGatewayClient, DeploymentOfApi>({
  objectType: 'AWS::ApiGateway::Deployment',
  client: APIGatewayClient,
  sees: ['DeploymentId', 'Description', 'RestApiId'],
  async *list(client) {
    for await (const page of restApis(client)) {
      for (const {id: api = ''} of page) {
        const deployments = paginateGetDeployments({client, pageSize: 500}, {restApiId: api})
        for await (const {items = []} of deployments) yield items.map((item) => ({...item, api}))
      }
    }
  },
  object: ({api, id = '', description, createdDate}) => ({
    id: `${id}|${api}`,
    tags: {},
    ...createdAt(createdDate),
    properties: {DeploymentId: id, RestApiId: api, ...(description ? {Description: description} : {})},
  }),
})
