import {ApiGatewayV2Client, type Api} from '@aws-sdk/client-apigatewayv2'

import {apigatewayv2Api} from '../../projectors/apigatewayv2-api.ts'
import {createdAt, projected, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {apis} from './apis.ts'

export const api = serviceType<ApiGatewayV2Client, Api>({
  objectType: apigatewayv2Api.objectType,
  client: ApiGatewayV2Client,
  sees: seenBy(apigatewayv2Api),
  list: apis,
  object: (answer, {location: {partition, region}}) => ({
    ...projected(apigatewayv2Api, {...answer, Tags: undefined}),
    arn: `arn:${partition}:apigateway:${region}::/apis/${answer.ApiId}`,
    ...(answer.Name === undefined ? {} : {name: answer.Name}),
    ...createdAt(answer.CreatedDate),
    tags: tagsOf(answer.Tags ?? {}),
  }),
})
