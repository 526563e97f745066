import {isArray, isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html */
export const entry = {
  type: 'aws_apigatewayv2_route',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::Route',
  role: 'object',
  identity: [['api_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_id: {skip: 'identity', because: 'names the API'},
    api_key_required: {to: 'ApiKeyRequired'},
    authorization_scopes: {to: 'AuthorizationScopes', as: 'set'},
    authorization_type: {to: 'AuthorizationType', default: 'NONE'},
    authorizer_id: {to: 'AuthorizerId'},
    model_selection_expression: {to: 'ModelSelectionExpression'},
    operation_name: {to: 'OperationName'},
    request_models: {to: 'RequestModels'},
    request_parameter: {to: 'RequestParameters', as: 'unordered', value: requestParameters},
    route_key: {to: 'RouteKey'},
    route_response_selection_expression: {to: 'RouteResponseSelectionExpression'},
    target: {to: 'Target'},
  },
  object: {
    idScope: 'region',
    severity: {ApiKeyRequired: 'high', AuthorizationType: 'high', AuthorizerId: 'high', Target: 'high'},
  },
} satisfies TerraformType

/** Blocks of a key and a flag as the map that CloudFormation has. */
function requestParameters(blocks: Json): Json {
  if (!isArray(blocks)) return blocks
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const {request_parameter_key: key, required} = isRecord(block) ? block : {}
      return typeof key === 'string' ? [[key, {Required: required ?? false}]] : []
    }),
  )
}
