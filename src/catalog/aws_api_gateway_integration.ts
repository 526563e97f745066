import type {TerraformType} from './entry.ts'

/** The integration of a method: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html */
export const entry = {
  type: 'aws_api_gateway_integration',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Method',
  role: 'part',
  identity: [['rest_api_id', 'resource_id', 'http_method']],
  arnAttribute: null,
  tags: 'none',
  presence: 'Integration',
  attributes: {
    cache_key_parameters: {to: 'Integration.CacheKeyParameters', as: 'set'},
    cache_namespace: {to: 'Integration.CacheNamespace', computed: true},
    connection_id: {to: 'Integration.ConnectionId'},
    connection_type: {to: 'Integration.ConnectionType', default: 'INTERNET'},
    content_handling: {to: 'Integration.ContentHandling'},
    credentials: {to: 'Integration.Credentials'},
    http_method: {skip: 'identity', because: 'names the method'},
    integration_http_method: {to: 'Integration.IntegrationHttpMethod'},
    integration_target: {to: 'Integration.IntegrationTarget'},
    passthrough_behavior: {to: 'Integration.PassthroughBehavior', default: 'WHEN_NO_MATCH', computed: true},
    request_parameters: {to: 'Integration.RequestParameters'},
    request_templates: {to: 'Integration.RequestTemplates'},
    resource_id: {skip: 'identity', because: 'names the resource'},
    response_transfer_mode: {to: 'Integration.ResponseTransferMode', default: 'BUFFERED', computed: true},
    rest_api_id: {skip: 'identity', because: 'names the API'},
    timeout_milliseconds: {to: 'Integration.TimeoutInMillis', default: 29_000},
    tls_config: {skip: 'not-visible', because: 'CloudFormation has no such property'},
    type: {to: 'Integration.Type'},
    uri: {to: 'Integration.Uri'},
  },
} satisfies TerraformType
