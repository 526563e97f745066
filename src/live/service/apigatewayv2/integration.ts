import {ApiGatewayV2Client, GetIntegrationsCommand, type Integration} from '@aws-sdk/client-apigatewayv2'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {MaxResults, ofApis} from './apis.ts'

const members = [
  'ConnectionId',
  'ConnectionType',
  'ContentHandlingStrategy',
  'CredentialsArn',
  'Description',
  'IntegrationId',
  'IntegrationMethod',
  'IntegrationSubtype',
  'IntegrationType',
  'IntegrationUri',
  'PassthroughBehavior',
  'PayloadFormatVersion',
  'RequestParameters',
  'RequestTemplates',
  'TemplateSelectionExpression',
  'TimeoutInMillis',
  'TlsConfig',
] as const

/** Integrations have no tags. */
export const integration = serviceType<ApiGatewayV2Client, Integration & {readonly api: string}>({
  objectType: 'AWS::ApiGatewayV2::Integration',
  client: ApiGatewayV2Client,
  sees: [...members, 'ApiId', 'ResponseParameters'],
  list: (client) =>
    ofApis(client, (ApiId, NextToken) => client.send(new GetIntegrationsCommand({ApiId, MaxResults, NextToken}))),
  object: (answer) => ({
    id: `${answer.api}|${answer.IntegrationId}`,
    tags: {},
    properties: {ApiId: answer.api, ...named(answer, members), ...responses(answer)},
  }),
})

/** A map by status code; the parameters of each are a map here and a list in CloudFormation. */
function responses({ResponseParameters}: Integration): JsonRecord {
  if (ResponseParameters === undefined) return {}
  const byStatus = Object.entries(ResponseParameters).map(([status, parameters]) => {
    const list = Object.entries(parameters).map(([Destination, Source]) => ({Destination, Source}))
    return [status, {ResponseParameters: list}]
  })
  return {ResponseParameters: Object.fromEntries(byStatus) as JsonRecord}
}
