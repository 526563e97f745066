import {recordsAt, said, textAt, unseenOf} from './document.ts'
import {folded, sameName} from './folded.ts'
import {pascal} from './pascal.ts'
import type {Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'ActionsEnabled',
  'AlarmActions',
  'AlarmDescription',
  'AlarmName',
  'ComparisonOperator',
  'DatapointsToAlarm',
  'EvaluateLowSampleCountPercentile',
  'EvaluationPeriods',
  'ExtendedStatistic',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'OKActions',
  'Period',
  'Statistic',
  'Threshold',
  'ThresholdMetricId',
  'TreatMissingData',
  'Unit',
]

/**
 * An alarm as DescribeAlarms answers (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html). Config
 * writes `okactions`, the API `OKActions`: names are read without regard to case. The published Config schema knows no `metrics`, so
 * those are compared where an item has them.
 */
export const cloudwatchAlarm: Projector = {
  objectType: 'AWS::CloudWatch::Alarm',
  sees: [...plain, 'Dimensions', 'Metrics'],
  project({resourceId, configuration}) {
    const alarm = folded(configuration)
    const metrics = recordsAt(alarm, 'metrics')
    const properties = said({
      ...sameName(alarm, plain),
      Dimensions: pascal(recordsAt(alarm, 'dimensions')),
      Metrics: metrics.length > 0 ? pascal(metrics) : undefined,
    })
    return {id: textAt(alarm, 'alarmname') ?? resourceId, properties, ...unseenOf(properties, ['Metrics'])}
  },
}
