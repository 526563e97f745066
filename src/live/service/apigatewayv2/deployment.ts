import {ApiGatewayV2Client, GetDeploymentsCommand, type Deployment} from '@aws-sdk/client-apigatewayv2'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {MaxResults, ofApis} from './apis.ts'

type DeploymentOfApi = Deployment & {readonly api: string}

/** Those that stages make by themselves are nobody's; deployments have no tags. */
export const deployment = serviceType<ApiGatewayV2Client, DeploymentOfApi>({
  objectType: 'AWS::ApiGatewayV2::Deployment',
  client: ApiGatewayV2Client,
  sees: ['ApiId', 'DeploymentId', 'Description'],
  list: (client) =>
    pagesOf(
      ofApis(client, (ApiId, NextToken) => client.send(new GetDeploymentsCommand({ApiId, MaxResults, NextToken}))),
      (page) => page.filter(({AutoDeployed}) => AutoDeployed !== true),
    ),
  object: (answer) => ({
    id: `${answer.api}|${answer.DeploymentId}`,
    tags: {},
    ...createdAt(answer.CreatedDate),
    properties: {ApiId: answer.api, ...named(answer, ['DeploymentId', 'Description'])},
  }),
})
