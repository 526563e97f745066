import type {TerraformType} from './entry.ts'
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scheduledaction.html */
export const entry = {
  type: 'aws_autoscaling_schedule',
  confidence: 'curated',
  objectType: 'AWS::AutoScaling::ScheduledAction',
  role: 'object',
  identity: [['scheduled_action_name', 'autoscaling_group_name']],
  tags: 'none',
  attributes: {
    autoscaling_group_name: {to: 'AutoScalingGroupName'},
    // -1 leaves a size alone.
    desired_capacity: {to: 'DesiredCapacity', default: -1, computed: true},
    // Cloud Control writes an absent time as the text "null".
    end_time: {to: 'EndTime', as: 'instant', default: 'null', computed: true},
    max_size: {to: 'MaxSize', default: -1, computed: true},
    min_size: {to: 'MinSize', default: -1, computed: true},
    recurrence: {to: 'Recurrence', computed: true},
    scheduled_action_name: {to: 'ScheduledActionName'},
    start_time: {
      skip: 'controlled',
      because:
        'that of a recurring action moves on each time it ran (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_ScheduledUpdateGroupAction.html)',
    },
    time_zone: {to: 'TimeZone', default: 'Etc/UTC', computed: true},
  },
  object: {idScope: 'region'},
} satisfies TerraformType
