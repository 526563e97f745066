import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html */
export const entry = {
  type: 'aws_api_gateway_rest_api',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::RestApi',
  role: 'object',
  identity: [['id']],
  attributes: {
    api_key_source: {to: 'ApiKeySourceType', default: 'HEADER', computed: true},
    binary_media_types: {to: 'BinaryMediaTypes', as: 'set', computed: true},
    body: {skip: 'write-only', because: 'an OpenAPI document; AWS keeps the resources and methods that it led to'},
    created_date: {skip: 'computed', because: 'when the API was made'},
    description: {to: 'Description', computed: true},
    disable_execute_api_endpoint: {to: 'DisableExecuteApiEndpoint', computed: true},
    endpoint_configuration: {
      to: 'EndpointConfiguration',
      block: 'single',
      computed: true,
      of: {
        ip_address_type: {to: 'IpAddressType', computed: true},
        types: {to: 'Types', as: 'set'},
        vpc_endpoint_ids: {to: 'VpcEndpointIds', as: 'set', computed: true},
      },
    },
    execution_arn: {skip: 'computed', because: 'follows from the id'},
    fail_on_warnings: {skip: 'terraform-only', because: 'how strictly a body is read'},
    // Providers before 5.0 write -1 for "off".
    minimum_compression_size: {to: 'MinimumCompressionSize', default: -1},
    name: {to: 'Name'},
    parameters: {skip: 'write-only', because: 'how the body is imported (PutRestApi)'},
    policy: {to: 'Policy', as: 'iamPolicy', computed: true},
    put_rest_api_mode: {
      skip: 'terraform-only',
      because: 'whether the provider merges or replaces when it imports a body',
    },
    root_resource_id: {skip: 'computed', because: 'AWS chooses it'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:apigateway:{region}::/restapis/{id}',
    severity: {DisableExecuteApiEndpoint: 'high', EndpointConfiguration: 'high', Policy: 'high'},
  },
} satisfies TerraformType
