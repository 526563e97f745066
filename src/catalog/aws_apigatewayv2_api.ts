import type {SkipRule, TerraformType} from './entry.ts'

const quickCreate: SkipRule = {
  skip: 'write-only',
  because: 'makes route, integration and stage together with the API; AWS does not keep it (CreateApi)',
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
export const entry = {
  type: 'aws_apigatewayv2_api',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::Api',
  role: 'object',
  identity: [['id']],
  attributes: {
    api_endpoint: {skip: 'computed', because: 'DNS name'},
    api_key_selection_expression: {to: 'ApiKeySelectionExpression', default: '$request.header.x-api-key'},
    body: {skip: 'write-only', because: 'an OpenAPI document; AWS keeps the routes that it led to'},
    cors_configuration: {
      to: 'CorsConfiguration',
      block: 'single',
      of: {
        allow_credentials: {to: 'AllowCredentials'},
        // Sets without case, as the provider hashes them (internal/service/apigatewayv2/api.go).
        allow_headers: {to: 'AllowHeaders', as: 'anyCaseSet'},
        allow_methods: {to: 'AllowMethods', as: 'anyCaseSet'},
        allow_origins: {to: 'AllowOrigins', as: 'anyCaseSet'},
        expose_headers: {to: 'ExposeHeaders', as: 'anyCaseSet'},
        max_age: {to: 'MaxAge', default: 0},
      },
    },
    credentials_arn: quickCreate,
    description: {to: 'Description'},
    disable_execute_api_endpoint: {to: 'DisableExecuteApiEndpoint'},
    execution_arn: {skip: 'computed', because: 'follows from the id'},
    fail_on_warnings: {skip: 'terraform-only', because: 'how strictly a body is read'},
    ip_address_type: {to: 'IpAddressType', default: 'ipv4', computed: true},
    name: {to: 'Name'},
    protocol_type: {to: 'ProtocolType'},
    route_key: quickCreate,
    route_selection_expression: {to: 'RouteSelectionExpression', default: '$request.method $request.path'},
    target: quickCreate,
    version: {to: 'Version'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:apigateway:{region}::/apis/{id}',
    severity: {CorsConfiguration: 'high', DisableExecuteApiEndpoint: 'high'},
  },
} satisfies TerraformType
