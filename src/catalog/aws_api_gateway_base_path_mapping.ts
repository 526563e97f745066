import type {ValueRecord} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmapping.html */
export const entry = {
  type: 'aws_api_gateway_base_path_mapping',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::BasePathMapping',
  role: 'object',
  identity: mappingId,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    api_id: {to: 'RestApiId'},
    base_path: {skip: 'identity', because: 'names the mapping'},
    domain_name: {skip: 'identity', because: 'names what is mapped'},
    domain_name_id: {skip: 'identity', because: 'of a private domain name, which is not looked for'},
    stage_name: {to: 'Stage'},
  },
  object: {idScope: 'region', severity: {RestApiId: 'high', Stage: 'high'}},
} satisfies TerraformType

/** A mapping without a path is `(none)` to API Gateway. Mappings of private domain names are AWS::ApiGateway::BasePathMappingV2. */
function mappingId({base_path: path, domain_name: domain, domain_name_id: privateId}: ValueRecord): string | undefined {
  if (typeof domain !== 'string' || (typeof privateId === 'string' && privateId !== '')) return undefined
  return `${domain}|${typeof path === 'string' && path !== '' ? path : '(none)'}`
}
