import {isArray, isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const entry = {
  type: 'aws_apigatewayv2_integration',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::Integration',
  role: 'object',
  identity: [['api_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_id: {skip: 'identity', because: 'names the API'},
    connection_id: {to: 'ConnectionId'},
    connection_type: {to: 'ConnectionType', default: 'INTERNET'},
    content_handling_strategy: {to: 'ContentHandlingStrategy'},
    credentials_arn: {to: 'CredentialsArn'},
    description: {to: 'Description'},
    integration_method: {to: 'IntegrationMethod'},
    integration_response_selection_expression: {skip: 'computed', because: 'follows from the type'},
    integration_subtype: {to: 'IntegrationSubtype'},
    integration_type: {to: 'IntegrationType'},
    integration_uri: {to: 'IntegrationUri'},
    // The provider records its default for every integration, AWS keeps it for those of WebSocket APIs.
    passthrough_behavior: {to: 'PassthroughBehavior', default: 'WHEN_NO_MATCH'},
    payload_format_version: {to: 'PayloadFormatVersion', default: '1.0'},
    request_parameters: {to: 'RequestParameters'},
    request_templates: {to: 'RequestTemplates'},
    response_parameters: {to: 'ResponseParameters', as: 'unordered', value: responseParameters},
    template_selection_expression: {to: 'TemplateSelectionExpression'},
    timeout_milliseconds: {to: 'TimeoutInMillis', computed: true},
    tls_config: {to: 'TlsConfig', block: 'single', of: {server_name_to_verify: {to: 'ServerNameToVerify'}}},
  },
  object: {
    idScope: 'region',
    severity: {ConnectionType: 'high', CredentialsArn: 'high', IntegrationUri: 'high', TlsConfig: 'high'},
  },
} satisfies TerraformType

/** Blocks of a status and a map as the map of lists that CloudFormation has. */
function responseParameters(blocks: Json): Json {
  if (!isArray(blocks)) return blocks
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const {status_code: status, mappings} = isRecord(block) ? block : {}
      if (typeof status !== 'string' || !isRecord(mappings)) return []
      const list = Object.entries(mappings).map(([Destination, Source]) => ({Destination, Source}))
      return [[status, {ResponseParameters: list}]]
    }),
  )
}
