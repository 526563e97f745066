import {methodResponse} from './api-method-response.ts'
import type {TerraformType} from './entry.ts'

const member = {custom: 'a member of the response'}

/** One response of the integration of a method: an element of `Integration.IntegrationResponses`. */
export const entry: TerraformType = {
  type: 'aws_api_gateway_integration_response',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Method',
  role: 'part',
  identity: [['rest_api_id', 'resource_id', 'http_method']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    content_handling: member,
    http_method: {skip: 'identity', because: 'names the method'},
    resource_id: {skip: 'identity', because: 'names the resource'},
    response_parameters: member,
    response_templates: member,
    rest_api_id: {skip: 'identity', because: 'names the API'},
    selection_pattern: member,
    status_code: {custom: 'tells the element of IntegrationResponses'},
  },
  project(resource, own) {
    const members = {
      ContentHandling: resource.attributes['content_handling'],
      ResponseParameters: resource.attributes['response_parameters'],
      ResponseTemplates: resource.attributes['response_templates'],
      SelectionPattern: resource.attributes['selection_pattern'],
    }
    return methodResponse('Integration.IntegrationResponses', members, resource, own)
  },
}
