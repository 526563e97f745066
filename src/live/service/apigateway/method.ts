import {APIGatewayClient, type Integration, type Method} from '@aws-sdk/client-api-gateway'

import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {resources} from './apis.ts'

interface MethodOfResource extends Method {
  readonly api: string
  readonly resource: string
  /** Which method of the resource, as the answer names it. */
  readonly verb: string
}

/** Their keys are names of parameters, media types and status codes. */
const maps = new Set([
  'requestModels',
  'requestParameters',
  'requestTemplates',
  'responseModels',
  'responseParameters',
  'responseTemplates',
])

const members = [
  'apiKeyRequired',
  'authorizationScopes',
  'authorizationType',
  'authorizerId',
  'operationName',
  'requestModels',
  'requestParameters',
  'requestValidatorId',
] as const
const ofIntegration = [
  'cacheKeyParameters',
  'cacheNamespace',
  'connectionId',
  'connectionType',
  'contentHandling',
  'credentials',
  'integrationTarget',
  'passthroughBehavior',
  'requestParameters',
  'requestTemplates',
  'responseTransferMode',
  'timeoutInMillis',
  'type',
  'uri',
] as const

/** Methods with their integrations and responses; they have no tags. */
export const method = serviceType<APIGatewayClient, MethodOfResource>({
  objectType: 'AWS::ApiGateway::Method',
  client: APIGatewayClient,
  sees: [
    ...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    'HttpMethod',
    'Integration',
    'MethodResponses',
    'ResourceId',
    'RestApiId',
  ],
  async *list(client) {
    for await (const page of resources(client, ['methods'])) {
      yield page.flatMap(({api, id: resource = '', resourceMethods = {}}) =>
        Object.entries(resourceMethods).map(([verb, answer]) => ({...answer, api, resource, verb})),
      )
    }
  },
  object: (answer) => ({
    id: [answer.api, answer.resource, answer.verb].join('|'),
    tags: {},
    properties: {
      ...capitalized(answer, members, maps),
      HttpMethod: answer.verb,
      ...(answer.methodIntegration === undefined ? {} : {Integration: integration(answer.methodIntegration)}),
      MethodResponses: Object.values(answer.methodResponses ?? {}).map((response) =>
        capitalized(response, ['responseModels', 'responseParameters', 'statusCode'], maps),
      ),
      ResourceId: answer.resource,
      RestApiId: answer.api,
    },
  }),
})

function integration(answer: Integration): JsonRecord {
  return {
    ...capitalized(answer, ofIntegration, maps),
    ...(answer.httpMethod === undefined ? {} : {IntegrationHttpMethod: answer.httpMethod}),
    IntegrationResponses: Object.values(answer.integrationResponses ?? {}).map((response) =>
      capitalized(
        response,
        ['contentHandling', 'responseParameters', 'responseTemplates', 'selectionPattern', 'statusCode'],
        maps,
      ),
    ),
  }
}
