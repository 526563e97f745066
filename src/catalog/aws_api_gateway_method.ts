import type {TerraformType} from './entry.ts'

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html; its integration is
 * declared by aws_api_gateway_integration.
 */
export const entry = {
  type: 'aws_api_gateway_method',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Method',
  role: 'object',
  identity: [['rest_api_id', 'resource_id', 'http_method']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_key_required: {to: 'ApiKeyRequired'},
    authorization: {to: 'AuthorizationType', default: 'NONE'},
    authorization_scopes: {to: 'AuthorizationScopes', as: 'set'},
    authorizer_id: {to: 'AuthorizerId'},
    http_method: {to: 'HttpMethod'},
    operation_name: {to: 'OperationName'},
    request_models: {to: 'RequestModels'},
    request_parameters: {to: 'RequestParameters'},
    request_validator_id: {to: 'RequestValidatorId'},
    resource_id: {skip: 'identity', because: 'names the resource'},
    rest_api_id: {skip: 'identity', because: 'names the API'},
  },
  object: {
    idScope: 'region',
    severity: {ApiKeyRequired: 'high', AuthorizationType: 'high', AuthorizerId: 'high', Integration: 'high'},
  },
} satisfies TerraformType
