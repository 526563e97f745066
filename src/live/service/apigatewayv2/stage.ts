import {ApiGatewayV2Client, GetStagesCommand, type Stage} from '@aws-sdk/client-apigatewayv2'

import {apigatewayv2Stage} from '../../projectors/apigatewayv2-stage.ts'
import {createdAt, documentOf, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {MaxResults, ofApis} from './apis.ts'

/** Their keys are people's own: variables, and in `routes` the routes. */
const maps = new Set(['StageVariables', 'Tags'])

export const stage = serviceType<ApiGatewayV2Client, Stage & {readonly api: string}>({
  objectType: apigatewayv2Stage.objectType,
  client: ApiGatewayV2Client,
  sees: seenBy(apigatewayv2Stage),
  list: (client) =>
    ofApis(client, (ApiId, NextToken) => client.send(new GetStagesCommand({ApiId, MaxResults, NextToken}))),
  object: ({api, ...answer}, {location: {partition, region}}) => {
    const arn = `arn:${partition}:apigateway:${region}::/apis/${api}/stages/${answer.StageName}`
    const {RouteSettings = {}, ...rest} = answer
    const routes = Object.entries(RouteSettings).map(([route, settings]) => [route, documentOf(settings)] as const)
    const configuration = {...documentOf(rest, maps), routeSettings: Object.fromEntries(routes)}
    return {
      ...apigatewayv2Stage.project({resourceId: arn, arn, configuration, supplementary: {}}),
      arn,
      ...createdAt(answer.CreatedDate),
      tags: tagsOf(answer.Tags ?? {}),
    }
  },
})
