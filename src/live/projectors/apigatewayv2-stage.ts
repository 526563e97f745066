import {nameAfter} from './api-path.ts'
import {filled, picked, recordAt, textAt} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = ['AutoDeploy', 'ClientCertificateId', 'DeploymentId', 'Description', 'StageName', 'StageVariables']

/** A stage as GetStage answers (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html). */
export const apigatewayv2Stage: Projector = {
  objectType: 'AWS::ApiGatewayV2::Stage',
  sees: [...plain, 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings'],
  project({resourceId, configuration, arn}) {
    const stage = pascalKeys(configuration)
    const properties = {
      ...picked(stage, plain),
      ...filled({
        AccessLogSettings: pascalKeys(recordAt(configuration, 'accessLogSettings')),
        DefaultRouteSettings: pascalKeys(recordAt(configuration, 'defaultRouteSettings')),
        RouteSettings: byRoute(recordAt(configuration, 'routeSettings')),
      }),
    }
    return {id: identifier(arn ?? resourceId, textAt(stage, 'StageName')) ?? resourceId, properties}
  },
}

/** The document does not say which API it is of: the ARN does. */
function identifier(arn: string, stageName: string | undefined): string | undefined {
  const [api, stage] = [nameAfter(arn, 'apis'), stageName ?? nameAfter(arn, 'stages')]
  return api === undefined || stage === undefined ? undefined : `${api}|${stage}`
}

/** The keys are routes, which people chose. */
function byRoute(settings: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(settings).map(([route, value]) => [route, pascal(value)]))
}
