import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html */
export const entry = {
  type: 'aws_appautoscaling_target',
  confidence: 'curated',
  objectType: 'AWS::ApplicationAutoScaling::ScalableTarget',
  role: 'object',
  identity: [['resource_id', 'scalable_dimension', 'service_namespace']],
  attributes: {
    max_capacity: {to: 'MaxCapacity'},
    min_capacity: {to: 'MinCapacity'},
    resource_id: {to: 'ResourceId'},
    // The service-linked role, whatever was asked for; write-only to CloudFormation.
    role_arn: {to: 'RoleARN', computed: true},
    scalable_dimension: {to: 'ScalableDimension'},
    service_namespace: {to: 'ServiceNamespace'},
    suspended_state: {
      to: 'SuspendedState',
      block: 'single',
      of: {
        dynamic_scaling_in_suspended: {to: 'DynamicScalingInSuspended'},
        dynamic_scaling_out_suspended: {to: 'DynamicScalingOutSuspended'},
        scheduled_scaling_suspended: {to: 'ScheduledScalingSuspended'},
      },
    },
  },
  object: {idScope: 'region', pseudo: ['RoleARN'], severity: {MaxCapacity: 'high', MinCapacity: 'high'}},
} satisfies TerraformType
