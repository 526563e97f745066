import {nameAfter} from './api-path.ts'
import {documentAt, filled, picked, recordAt, said, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = ['BinaryMediaTypes', 'Description', 'MinimumCompressionSize', 'Name']
/** Not in the published Config schema: compared where an item has them. */
const perhaps = [
  'DisableExecuteApiEndpoint',
  'EndpointConfiguration.IpAddressType',
  'EndpointConfiguration.VpcEndpointIds',
  'Policy',
]

/** An API as GetRestApi answers (https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html). */
export const apigatewayRestApi: Projector = {
  objectType: 'AWS::ApiGateway::RestApi',
  sees: [...plain, 'ApiKeySourceType', 'DisableExecuteApiEndpoint', 'EndpointConfiguration', 'Policy'],
  project({resourceId, configuration}) {
    const api = pascalKeys(configuration)
    const properties = said({
      ...picked(api, [...plain, 'DisableExecuteApiEndpoint']),
      ApiKeySourceType: api['ApiKeySource'],
      ...filled({EndpointConfiguration: pascalKeys(recordAt(configuration, 'endpointConfiguration'))}),
      Policy: documentAt(configuration, 'policy'),
    })
    // Items are named after the ARN.
    const id = textAt(api, 'Id') ?? nameAfter(resourceId, 'restapis') ?? resourceId
    return {id, properties, ...unseenOf(properties, perhaps)}
  },
}
