import {ApiGatewayV2Client, GetRoutesCommand, type Route} from '@aws-sdk/client-apigatewayv2'

import {named} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {MaxResults, ofApis} from './apis.ts'

const members = [
  'ApiKeyRequired',
  'AuthorizationScopes',
  'AuthorizationType',
  'AuthorizerId',
  'ModelSelectionExpression',
  'OperationName',
  'RequestModels',
  'RequestParameters',
  'RouteId',
  'RouteKey',
  'RouteResponseSelectionExpression',
  'Target',
] as const

/** Routes have no tags. */
export const route = serviceType<ApiGatewayV2Client, Route & {readonly api: string}>({
  objectType: 'AWS::ApiGatewayV2::Route',
  client: ApiGatewayV2Client,
  sees: [...members, 'ApiId'],
  list: (client) =>
    ofApis(client, (ApiId, NextToken) => client.send(new GetRoutesCommand({ApiId, MaxResults, NextToken}))),
  object: (answer) => ({
    id: `${answer.api}|${answer.RouteId}`,
    tags: {},
    properties: {ApiId: answer.api, ...named(answer, members)},
  }),
})
