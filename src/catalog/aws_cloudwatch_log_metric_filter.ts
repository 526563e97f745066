import {isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html */
export const entry = {
  type: 'aws_cloudwatch_log_metric_filter',
  confidence: 'curated',
  objectType: 'AWS::Logs::MetricFilter',
  role: 'object',
  identity: [['log_group_name', 'name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    apply_on_transformed_logs: {to: 'ApplyOnTransformedLogs', computed: true},
    log_group_name: {to: 'LogGroupName'},
    metric_transformation: {
      to: 'MetricTransformations',
      block: 'list',
      of: {
        default_value: {to: 'DefaultValue'},
        dimensions: {to: 'Dimensions', as: 'set', value: filterDimensions},
        name: {to: 'MetricName'},
        namespace: {to: 'MetricNamespace'},
        unit: {to: 'Unit', default: 'None'},
        value: {to: 'MetricValue'},
      },
    },
    name: {to: 'FilterName'},
    pattern: {to: 'FilterPattern'},
  },
  object: {idScope: 'region', severity: {FilterPattern: 'high'}},
} satisfies TerraformType

/** Terraform's map of dimensions as the list that CloudFormation has, with keys where alarms have names. */
function filterDimensions(dimensions: Json): Json {
  return isRecord(dimensions) ? Object.entries(dimensions).map(([Key, Value]) => ({Key, Value})) : dimensions
}
