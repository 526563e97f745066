import type {AttributeRule, BlockRule, TerraformType} from './entry.ts'
import {zeroIsNone} from './instance-requirements.ts'

const statistic: Readonly<Record<string, AttributeRule>> = {
  metric: {
    to: 'Metric',
    block: 'single',
    of: {
      dimensions: {to: 'Dimensions', block: 'set', of: {name: {to: 'Name'}, value: {to: 'Value'}}},
      metric_name: {to: 'MetricName'},
      namespace: {to: 'Namespace'},
    },
  },
  stat: {to: 'Stat'},
  unit: {to: 'Unit'},
}

function queries(to: string, of = statistic): BlockRule {
  return {
    to,
    block: 'set',
    key: ['Id'],
    of: {
      expression: {to: 'Expression'},
      id: {to: 'Id'},
      label: {to: 'Label'},
      metric_stat: {to: 'MetricStat', block: 'single', of},
      // The provider's default, and what AWS takes.
      return_data: {to: 'ReturnData', default: true},
    },
  }
}

function predefined(to: string): BlockRule {
  return {
    to,
    block: 'single',
    of: {predefined_metric_type: {to: 'PredefinedMetricType'}, resource_label: {to: 'ResourceLabel'}},
  }
}

function customized(to: string): BlockRule {
  return {to, block: 'single', of: {metric_data_queries: queries('MetricDataQueries')}}
}

const targetTracking: BlockRule = {
  to: 'TargetTrackingConfiguration',
  block: 'single',
  of: {
    customized_metric_specification: {
      to: 'CustomizedMetricSpecification',
      block: 'single',
      of: {
        metric_dimension: {to: 'Dimensions', block: 'set', of: {name: {to: 'Name'}, value: {to: 'Value'}}},
        metric_name: {to: 'MetricName'},
        metrics: queries('Metrics', {...statistic, period: {to: 'Period', default: 0}}),
        namespace: {to: 'Namespace'},
        period: {to: 'Period', default: 0},
        statistic: {to: 'Statistic'},
        unit: {to: 'Unit'},
      },
    },
    disable_scale_in: {to: 'DisableScaleIn'},
    predefined_metric_specification: predefined('PredefinedMetricSpecification'),
    target_value: {to: 'TargetValue'},
  },
}

const predictive: BlockRule = {
  to: 'PredictiveScalingConfiguration',
  block: 'single',
  of: {
    max_capacity_breach_behavior: {to: 'MaxCapacityBreachBehavior', default: 'HonorMaxCapacity'},
    max_capacity_buffer: {to: 'MaxCapacityBuffer', default: 0},
    metric_specification: {
      to: 'MetricSpecifications',
      block: 'list',
      of: {
        customized_capacity_metric_specification: customized('CustomizedCapacityMetricSpecification'),
        customized_load_metric_specification: customized('CustomizedLoadMetricSpecification'),
        customized_scaling_metric_specification: customized('CustomizedScalingMetricSpecification'),
        predefined_load_metric_specification: predefined('PredefinedLoadMetricSpecification'),
        predefined_metric_pair_specification: predefined('PredefinedMetricPairSpecification'),
        predefined_scaling_metric_specification: predefined('PredefinedScalingMetricSpecification'),
        target_value: {to: 'TargetValue'},
      },
    },
    mode: {to: 'Mode', default: 'ForecastOnly'},
    scheduling_buffer_time: {to: 'SchedulingBufferTime', default: 300, value: zeroIsNone},
  },
}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html; that a policy
 * can be switched off only the API knows.
 */
export const entry = {
  type: 'aws_autoscaling_policy',
  confidence: 'curated',
  objectType: 'AWS::AutoScaling::ScalingPolicy',
  role: 'object',
  identity: [['arn']],
  tags: 'none',
  attributes: {
    adjustment_type: {to: 'AdjustmentType'},
    autoscaling_group_name: {to: 'AutoScalingGroupName'},
    cooldown: {to: 'Cooldown', default: 0},
    enabled: {to: 'Enabled', default: true},
    estimated_instance_warmup: {to: 'EstimatedInstanceWarmup', default: 0},
    metric_aggregation_type: {to: 'MetricAggregationType', computed: true},
    min_adjustment_magnitude: {to: 'MinAdjustmentMagnitude', default: 0},
    name: {to: 'PolicyName'},
    policy_type: {to: 'PolicyType', default: 'SimpleScaling'},
    predictive_scaling_configuration: predictive,
    scaling_adjustment: {to: 'ScalingAdjustment', default: 0},
    step_adjustment: {
      to: 'StepAdjustments',
      block: 'set',
      of: {
        metric_interval_lower_bound: {to: 'MetricIntervalLowerBound'},
        metric_interval_upper_bound: {to: 'MetricIntervalUpperBound'},
        scaling_adjustment: {to: 'ScalingAdjustment'},
      },
    },
    target_tracking_configuration: targetTracking,
  },
  object: {idScope: 'region', pseudo: ['Enabled']},
} satisfies TerraformType
