import {nameAfter} from './api-path.ts'
import {filled, picked, recordAt, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'ApiKeySelectionExpression',
  'Description',
  'DisableExecuteApiEndpoint',
  'Name',
  'ProtocolType',
  'RouteSelectionExpression',
  'Version',
]
/** Likewise, but not in the published Config schema: compared where an item has them. */
const perhaps = ['IpAddressType']

/** An API as GetApi answers (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html). */
export const apigatewayv2Api: Projector = {
  objectType: 'AWS::ApiGatewayV2::Api',
  sees: [...plain, ...perhaps, 'CorsConfiguration'],
  project({resourceId, configuration}) {
    const api = pascalKeys(configuration)
    const properties = {
      ...picked(api, [...plain, ...perhaps]),
      ...filled({CorsConfiguration: pascalKeys(recordAt(configuration, 'corsConfiguration'))}),
    }
    // Items are named after the ARN.
    const id = textAt(api, 'ApiId') ?? nameAfter(resourceId, 'apis') ?? resourceId
    return {id, properties, ...unseenOf(properties, perhaps)}
  },
}
