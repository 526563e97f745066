import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  DeleteDeploymentCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway'

import {settings} from '../moto.ts'
import type {Maker} from './made.ts'

const apigateway = new APIGatewayClient(settings)

/** An API with one method, without which nothing can be deployed. */
async function api(name: string): Promise<string> {
  const {id: restApiId = ''} = await apigateway.send(new CreateRestApiCommand({name}))
  const {items: [root] = []} = await apigateway.send(new GetResourcesCommand({restApiId}))
  const method = {restApiId, resourceId: root?.id ?? '', httpMethod: 'GET'}
  await apigateway.send(new PutMethodCommand({...method, authorizationType: 'NONE'}))
  await apigateway.send(new PutIntegrationCommand({...method, type: 'MOCK'}))
  return restApiId
}

export const apiDeployment: Maker = {
  type: 'AWS::ApiGateway::Deployment',
  make: async (name) => {
    const restApiId = await api(name)
    const {id: deploymentId = ''} = await apigateway.send(new CreateDeploymentCommand({restApiId, description: name}))
    return {
      id: `${deploymentId}|${restApiId}`,
      resource: {
        type: 'aws_api_gateway_deployment',
        name,
        attributes: {id: deploymentId, description: name, rest_api_id: restApiId, triggers: null, variables: null},
      },
      // moto has no UpdateDeployment.
      change: async () => apigateway.send(new DeleteDeploymentCommand({restApiId, deploymentId})),
      finding: 'missing',
    }
  },
}
