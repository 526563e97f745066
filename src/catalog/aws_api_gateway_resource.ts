import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-resource.html */
export const entry = {
  type: 'aws_api_gateway_resource',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Resource',
  role: 'object',
  identity: [['rest_api_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    parent_id: {to: 'ParentId'},
    path: {skip: 'computed', because: 'follows from the parent'},
    path_part: {to: 'PathPart'},
    rest_api_id: {skip: 'identity', because: 'names the API'},
  },
  object: {idScope: 'region'},
} satisfies TerraformType
