import type {TerraformType} from './entry.ts'
import {metricDimensions} from './metric-dimensions.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export const entry = {
  type: 'aws_cloudwatch_metric_alarm',
  confidence: 'curated',
  objectType: 'AWS::CloudWatch::Alarm',
  role: 'object',
  identity: [['alarm_name'], ['id']],
  attributes: {
    actions_enabled: {to: 'ActionsEnabled', default: true},
    alarm_actions: {to: 'AlarmActions', as: 'set'},
    alarm_description: {to: 'AlarmDescription'},
    alarm_name: {to: 'AlarmName'},
    comparison_operator: {to: 'ComparisonOperator'},
    datapoints_to_alarm: {to: 'DatapointsToAlarm', default: 0},
    dimensions: {to: 'Dimensions', as: 'set', value: metricDimensions},
    evaluate_low_sample_count_percentiles: {to: 'EvaluateLowSampleCountPercentile', computed: true},
    evaluation_periods: {to: 'EvaluationPeriods'},
    extended_statistic: {to: 'ExtendedStatistic'},
    insufficient_data_actions: {to: 'InsufficientDataActions', as: 'set'},
    metric_name: {to: 'MetricName'},
    metric_query: {
      to: 'Metrics',
      block: 'set',
      key: ['Id'],
      of: {
        account_id: {to: 'AccountId'},
        expression: {to: 'Expression'},
        id: {to: 'Id'},
        label: {to: 'Label'},
        metric: {
          to: 'MetricStat',
          block: 'single',
          of: {
            dimensions: {to: 'Metric.Dimensions', as: 'set', value: metricDimensions},
            metric_name: {to: 'Metric.MetricName'},
            namespace: {to: 'Metric.Namespace'},
            period: {to: 'Period'},
            stat: {to: 'Stat'},
            unit: {to: 'Unit'},
          },
        },
        period: {to: 'Period', default: 0},
        return_data: {to: 'ReturnData'},
      },
    },
    namespace: {to: 'Namespace'},
    ok_actions: {to: 'OKActions', as: 'set'},
    // Providers write 0 for what an alarm on an expression does not have.
    period: {to: 'Period', default: 0},
    statistic: {to: 'Statistic'},
    threshold: {to: 'Threshold', default: 0},
    threshold_metric_id: {to: 'ThresholdMetricId'},
    treat_missing_data: {to: 'TreatMissingData', default: 'missing'},
    unit: {to: 'Unit'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:{id}',
    severity: {ActionsEnabled: 'high', AlarmActions: 'high'},
  },
} satisfies TerraformType
