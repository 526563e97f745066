import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html */
export const entry = {
  type: 'aws_api_gateway_stage',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Stage',
  role: 'object',
  identity: [['rest_api_id', 'stage_name']],
  attributes: {
    access_log_settings: {
      to: 'AccessLogSetting',
      block: 'single',
      of: {destination_arn: {to: 'DestinationArn'}, format: {to: 'Format'}},
    },
    cache_cluster_enabled: {to: 'CacheClusterEnabled'},
    // AWS keeps the size of a cache that is off.
    cache_cluster_size: {to: 'CacheClusterSize', computed: true},
    canary_settings: {
      to: 'CanarySetting',
      block: 'single',
      of: {
        deployment_id: {to: 'DeploymentId'},
        percent_traffic: {to: 'PercentTraffic', default: 0},
        stage_variable_overrides: {to: 'StageVariableOverrides'},
        use_stage_cache: {to: 'UseStageCache'},
      },
    },
    client_certificate_id: {to: 'ClientCertificateId'},
    deployment_id: {to: 'DeploymentId'},
    description: {to: 'Description'},
    documentation_version: {to: 'DocumentationVersion'},
    execution_arn: {skip: 'computed', because: 'follows from the id'},
    invoke_url: {skip: 'computed', because: 'DNS name'},
    rest_api_id: {skip: 'identity', because: 'names the API'},
    stage_name: {to: 'StageName'},
    variables: {to: 'Variables'},
    web_acl_arn: {skip: 'elsewhere', because: 'aws_wafv2_web_acl_association declares it'},
    xray_tracing_enabled: {to: 'TracingEnabled'},
  },
  object: {idScope: 'region', severity: {AccessLogSetting: 'high', ClientCertificateId: 'high'}},
} satisfies TerraformType
