import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-deployment.html */
export const entry = {
  type: 'aws_apigatewayv2_deployment',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::Deployment',
  role: 'object',
  identity: [['api_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_id: {skip: 'identity', because: 'names the API'},
    auto_deployed: {skip: 'computed', because: 'whether API Gateway deployed by itself'},
    description: {to: 'Description'},
    triggers: {skip: 'terraform-only', because: 'makes the provider deploy again'},
  },
  object: {idScope: 'region'},
} satisfies TerraformType
