import {picked, textAt} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = [
  'AdjustmentType',
  'AutoScalingGroupName',
  'Cooldown',
  'Enabled',
  'EstimatedInstanceWarmup',
  'MetricAggregationType',
  'MinAdjustmentMagnitude',
  'PolicyName',
  'PolicyType',
  'PredictiveScalingConfiguration',
  'ScalingAdjustment',
  'StepAdjustments',
  'TargetTrackingConfiguration',
]

/** Config's published schema has no more of the parts of a policy. */
const shown = [
  'TargetTrackingConfiguration.CustomizedMetricSpecification.Dimensions',
  'TargetTrackingConfiguration.CustomizedMetricSpecification.MetricName',
  'TargetTrackingConfiguration.CustomizedMetricSpecification.Namespace',
  'TargetTrackingConfiguration.CustomizedMetricSpecification.Statistic',
  'TargetTrackingConfiguration.CustomizedMetricSpecification.Unit',
  'TargetTrackingConfiguration.DisableScaleIn',
  'TargetTrackingConfiguration.PredefinedMetricSpecification',
  'TargetTrackingConfiguration.TargetValue',
  'PredictiveScalingConfiguration.MaxCapacityBreachBehavior',
  'PredictiveScalingConfiguration.MaxCapacityBuffer',
  'PredictiveScalingConfiguration.Mode',
  'PredictiveScalingConfiguration.SchedulingBufferTime',
]

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_ScalingPolicy.html */
export const scalingPolicy: Projector = {
  objectType: 'AWS::AutoScaling::ScalingPolicy',
  sees: [...plain.filter((name) => !name.endsWith('Configuration')), ...shown],
  project: ({resourceId, configuration}) => {
    const properties = picked(pascal(configuration) as JsonRecord, plain)
    const name = textAt(properties, 'PolicyName')
    return {id: textAt(configuration, 'policyARN') ?? resourceId, ...(name === undefined ? {} : {name}), properties}
  },
}
