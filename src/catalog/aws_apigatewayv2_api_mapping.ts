import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apimapping.html */
export const entry = {
  type: 'aws_apigatewayv2_api_mapping',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::ApiMapping',
  role: 'object',
  identity: [['id', 'domain_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_id: {to: 'ApiId'},
    api_mapping_key: {to: 'ApiMappingKey'},
    domain_name: {to: 'DomainName'},
    stage: {to: 'Stage'},
  },
  object: {idScope: 'region', severity: {ApiId: 'high', Stage: 'high'}},
} satisfies TerraformType
