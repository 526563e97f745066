import {nameAfter} from './api-path.ts'
import {filled, picked, recordAt, said, textAt, unseenOf} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'CacheClusterEnabled',
  'CacheClusterSize',
  'ClientCertificateId',
  'DeploymentId',
  'Description',
  'DocumentationVersion',
  'StageName',
  'TracingEnabled',
]

/**
 * A stage as GetStage answers (https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html). Variables are not in the published
 * Config schema: they are compared where an item has them.
 */
export const apigatewayStage: Projector = {
  objectType: 'AWS::ApiGateway::Stage',
  sees: [...plain, 'AccessLogSetting', 'CanarySetting', 'Variables'],
  project({resourceId, configuration, arn}) {
    const stage = pascalKeys(configuration)
    const properties = said({
      ...picked(stage, [...plain, 'Variables']),
      ...filled({
        AccessLogSetting: pascalKeys(recordAt(configuration, 'accessLogSettings')),
        CanarySetting: pascalKeys(recordAt(configuration, 'canarySettings')),
      }),
    })
    const api = nameAfter(arn ?? resourceId, 'restapis')
    const name = textAt(stage, 'StageName') ?? nameAfter(arn ?? resourceId, 'stages')
    const id = api === undefined || name === undefined ? resourceId : `${api}|${name}`
    return {id, properties, ...unseenOf(properties, ['Variables'])}
  },
}
