import {methodResponse} from './api-method-response.ts'
import type {TerraformType} from './entry.ts'

const member = {custom: 'a member of the response'}

/** One response of a method: an element of `MethodResponses`. */
export const entry: TerraformType = {
  type: 'aws_api_gateway_method_response',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Method',
  role: 'part',
  identity: [['rest_api_id', 'resource_id', 'http_method']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    http_method: {skip: 'identity', because: 'names the method'},
    resource_id: {skip: 'identity', because: 'names the resource'},
    response_models: member,
    response_parameters: member,
    rest_api_id: {skip: 'identity', because: 'names the API'},
    status_code: {custom: 'tells the element of MethodResponses'},
  },
  project(resource, own) {
    const {response_models: ResponseModels, response_parameters: ResponseParameters} = resource.attributes
    return methodResponse('MethodResponses', {ResponseModels, ResponseParameters}, resource, own)
  },
}
