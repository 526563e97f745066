import {APIGatewayClient, GetStagesCommand, type Stage} from '@aws-sdk/client-api-gateway'

import {apigatewayStage} from '../../projectors/apigateway-stage.ts'
import {createdAt, documentOf, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {restApis} from './apis.ts'

interface StageOfApi extends Stage {
  readonly api: string
}

const maps = new Set(['stageVariableOverrides', 'tags', 'variables'])

export const stage = serviceType<APIGatewayClient, StageOfApi>({
  objectType: apigatewayStage.objectType,
  client: APIGatewayClient,
  sees: seenBy(apigatewayStage),
  async *list(client) {
    for await (const page of restApis(client)) {
      for (const {id: api = ''} of page) {
        const {item = []} = await client.send(new GetStagesCommand({restApiId: api}))
        yield item.map((each) => ({...each, api}))
      }
    }
  },
  object: ({api, ...answer}, {location: {partition, region}}) => {
    const arn = `arn:${partition}:apigateway:${region}::/restapis/${api}/stages/${answer.stageName}`
    const document = {resourceId: arn, arn, configuration: documentOf(answer, maps), supplementary: {}}
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = apigatewayStage.project(document)
    return {...object, arn, ...createdAt(answer.createdDate), tags: tagsOf(answer.tags ?? {})}
  },
})
