import {APIGatewayClient, type RestApi} from '@aws-sdk/client-api-gateway'

import {apigatewayRestApi} from '../../projectors/apigateway-rest-api.ts'
import {createdAt, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {restApis} from './apis.ts'

export const restApi = serviceType<APIGatewayClient, RestApi>({
  objectType: apigatewayRestApi.objectType,
  client: APIGatewayClient,
  sees: seenBy(apigatewayRestApi),
  list: restApis,
  object: (api, {location: {partition, region}}) => {
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = projected(apigatewayRestApi, {
      ...api,
      tags: undefined,
      policy: unescaped(api.policy),
    })
    return {
      ...object,
      arn: `arn:${partition}:apigateway:${region}::/restapis/${api.id}`,
      ...(api.name === undefined ? {} : {name: api.name}),
      ...createdAt(api.createdDate),
      tags: tagsOf(api.tags ?? {}),
    }
  },
})

/** The policy comes with its quotes escaped once more than JSON asks for. */
function unescaped(policy: string | undefined): string | undefined {
  return policy?.startsWith('{\\') === true ? (JSON.parse(`"${policy}"`) as string) : policy
}
