import {isArray, isRecord, type Json} from '../model/value.ts'
import {declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html */
export const entry: TerraformType = {
  type: 'aws_apigatewayv2_stage',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::Stage',
  role: 'object',
  identity: [
    ['api_id', 'name'],
    ['api_id', 'id'],
  ],
  attributes: {
    access_log_settings: {
      to: 'AccessLogSettings',
      block: 'single',
      of: {destination_arn: {to: 'DestinationArn'}, format: {to: 'Format'}},
    },
    api_id: {skip: 'identity', because: 'names the API'},
    auto_deploy: {to: 'AutoDeploy'},
    client_certificate_id: {to: 'ClientCertificateId'},
    default_route_settings: {
      to: 'DefaultRouteSettings',
      block: 'single',
      of: {
        data_trace_enabled: {to: 'DataTraceEnabled'},
        detailed_metrics_enabled: {to: 'DetailedMetricsEnabled'},
        logging_level: {to: 'LoggingLevel', default: 'OFF', computed: true},
        throttling_burst_limit: {to: 'ThrottlingBurstLimit', default: 0},
        throttling_rate_limit: {to: 'ThrottlingRateLimit', default: 0},
      },
    },
    deployment_id: {custom: 'DeploymentId, where AWS does not deploy by itself'},
    description: {to: 'Description'},
    execution_arn: {skip: 'computed', because: 'follows from the id'},
    invoke_url: {skip: 'computed', because: 'DNS name'},
    name: {to: 'StageName'},
    route_settings: {to: 'RouteSettings', as: 'unordered', value: routeSettings},
    stage_variables: {to: 'StageVariables'},
  },
  project: ({attributes}, {id, location}) => {
    const {deployment_id: value, auto_deploy: automatic} = attributes
    if (id === undefined || value === undefined || automatic === true) return []
    const property = {path: 'DeploymentId', value, attribute: 'deployment_id', computed: true} as const
    return [{objectType: 'AWS::ApiGatewayV2::Stage', id, location, properties: [property]}]
  },
  object: {idScope: 'region', severity: {AccessLogSettings: 'high', ClientCertificateId: 'high'}},
}

/** Blocks with the key of a route as the map that CloudFormation has. */
function routeSettings(blocks: Json): Json {
  if (!isArray(blocks)) return blocks
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const {route_key: key, logging_level: level, ...rest} = isRecord(block) ? block : {}
      if (typeof key !== 'string') return []
      const settings = declared({
        DataTraceEnabled: rest['data_trace_enabled'],
        DetailedMetricsEnabled: rest['detailed_metrics_enabled'],
        LoggingLevel: level,
        ThrottlingBurstLimit: rest['throttling_burst_limit'],
        ThrottlingRateLimit: rest['throttling_rate_limit'],
      }) as Json
      return [[key, settings]]
    }),
  )
}
