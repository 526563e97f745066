import {autoScalingGroupProjections} from './auto-scaling-group-elements.ts'
import type {AttributeRule, BlockRule, SkipRule, TerraformType} from './entry.ts'
import {instanceRequirements} from './instance-requirements.ts'

const waiting = (what: string): SkipRule => ({skip: 'terraform-only', because: what})

/** `$Default` where no version is named; AWS keeps `$Latest` and `$Default` as they are. */
const template: Readonly<Record<string, AttributeRule>> = {
  launch_template_id: {to: 'LaunchTemplateId', computed: true},
  launch_template_name: {skip: 'alias', because: 'names the same template as its id'},
  version: {to: 'Version', default: '$Default'},
}

const mixedInstances: BlockRule = {
  to: 'MixedInstancesPolicy',
  block: 'single',
  of: {
    instances_distribution: {
      to: 'InstancesDistribution',
      block: 'single',
      computed: true,
      of: {
        on_demand_allocation_strategy: {to: 'OnDemandAllocationStrategy', computed: true},
        on_demand_base_capacity: {to: 'OnDemandBaseCapacity', default: 0, computed: true},
        on_demand_percentage_above_base_capacity: {
          to: 'OnDemandPercentageAboveBaseCapacity',
          default: 100,
          computed: true,
        },
        spot_allocation_strategy: {to: 'SpotAllocationStrategy', default: 'lowest-price', computed: true},
        spot_instance_pools: {to: 'SpotInstancePools', default: 0, computed: true},
        spot_max_price: {to: 'SpotMaxPrice'},
      },
    },
    launch_template: {
      to: 'LaunchTemplate',
      block: 'single',
      of: {
        launch_template_specification: {to: 'LaunchTemplateSpecification', block: 'single', of: template},
        // The order counts: Auto Scaling takes it for the priority of the types.
        override: {
          to: 'Overrides',
          block: 'list',
          of: {
            instance_requirements: instanceRequirements,
            instance_type: {to: 'InstanceType'},
            launch_template_specification: {to: 'LaunchTemplateSpecification', block: 'single', of: template},
            weighted_capacity: {to: 'WeightedCapacity'},
          },
        },
      },
    },
  },
}

/** In CloudFormation an AWS::AutoScaling::WarmPool of its own, hence the pseudo-property of that name. */
const warmPool: BlockRule = {
  to: 'WarmPool',
  block: 'single',
  of: {
    instance_reuse_policy: {
      to: 'InstanceReusePolicy',
      block: 'single',
      of: {reuse_on_scale_in: {to: 'ReuseOnScaleIn'}},
    },
    max_group_prepared_capacity: {to: 'MaxGroupPreparedCapacity', default: -1},
    min_size: {to: 'MinSize', default: 0},
    pool_state: {to: 'PoolState', default: 'Stopped'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html */
export const entry: TerraformType = {
  type: 'aws_autoscaling_group',
  confidence: 'curated',
  objectType: 'AWS::AutoScaling::AutoScalingGroup',
  role: 'object',
  identity: [['name'], ['id']],
  tags: 'elements',
  attributes: {
    availability_zone_distribution: {
      to: 'AvailabilityZoneDistribution',
      block: 'single',
      computed: true,
      of: {capacity_distribution_strategy: {to: 'CapacityDistributionStrategy', default: 'balanced-best-effort'}},
    },
    availability_zones: {to: 'AvailabilityZones', as: 'set', computed: true},
    capacity_rebalance: {to: 'CapacityRebalance'},
    capacity_reservation_specification: {
      to: 'CapacityReservationSpecification',
      block: 'single',
      computed: true,
      of: {
        capacity_reservation_preference: {to: 'CapacityReservationPreference', default: 'default'},
        capacity_reservation_target: {
          to: 'CapacityReservationTarget',
          block: 'single',
          of: {
            capacity_reservation_ids: {to: 'CapacityReservationIds', as: 'set'},
            capacity_reservation_resource_group_arns: {to: 'CapacityReservationResourceGroupArns', as: 'set'},
          },
        },
      },
    },
    context: {to: 'Context'},
    default_cooldown: {to: 'Cooldown', computed: true},
    default_instance_warmup: {to: 'DefaultInstanceWarmup', default: 0},
    desired_capacity: {
      to: 'DesiredCapacity',
      computed: true,
      controlled: {by: 'Auto Scaling', within: ['MinSize', 'MaxSize']},
    },
    desired_capacity_type: {to: 'DesiredCapacityType', default: 'units'},
    enabled_metrics: {to: 'MetricsCollection[Granularity=1Minute].Metrics', as: 'set'},
    force_delete: waiting('how a destroy goes about it'),
    force_delete_warm_pool: waiting('how a destroy goes about it'),
    health_check_grace_period: {to: 'HealthCheckGracePeriod', default: 0},
    health_check_type: {to: 'HealthCheckType', computed: true},
    ignore_failed_scaling_activities: waiting('how an apply waits'),
    initial_lifecycle_hook: {custom: 'elements of LifecycleHookSpecificationList'},
    instance_maintenance_policy: {
      to: 'InstanceMaintenancePolicy',
      block: 'single',
      of: {
        max_healthy_percentage: {to: 'MaxHealthyPercentage', default: -1},
        min_healthy_percentage: {to: 'MinHealthyPercentage', default: -1},
      },
    },
    instance_refresh: waiting('what an apply starts when the group changes'),
    launch_configuration: {to: 'LaunchConfigurationName'},
    launch_template: {
      to: 'LaunchTemplate',
      block: 'single',
      of: {
        id: {to: 'LaunchTemplateId', computed: true},
        name: {skip: 'alias', because: 'names the same template as its id'},
        version: {to: 'Version', default: '$Default'},
      },
    },
    load_balancers: {custom: 'elements of LoadBalancerNames'},
    max_instance_lifetime: {to: 'MaxInstanceLifetime', default: 0},
    max_size: {to: 'MaxSize'},
    metrics_granularity: {skip: 'alias', because: '1Minute is the only one there is, and enabled_metrics are compared'},
    min_elb_capacity: waiting('how an apply waits'),
    min_size: {to: 'MinSize'},
    mixed_instances_policy: mixedInstances,
    name: {to: 'AutoScalingGroupName'},
    name_prefix: waiting('the provider makes the name from it'),
    placement_group: {to: 'PlacementGroup'},
    predicted_capacity: {skip: 'computed', because: 'what predictive scaling expects'},
    protect_from_scale_in: {to: 'NewInstancesProtectedFromScaleIn'},
    service_linked_role_arn: {to: 'ServiceLinkedRoleARN', computed: true},
    suspended_processes: {to: 'SuspendedProcesses', as: 'set'},
    tag: {custom: 'elements of Tags'},
    target_group_arns: {custom: 'elements of TargetGroupARNs'},
    termination_policies: {to: 'TerminationPolicies', default: ['Default']},
    traffic_source: {custom: 'elements of TrafficSources that are not in target_group_arns or load_balancers'},
    vpc_zone_identifier: {to: 'VPCZoneIdentifier', as: 'set', computed: true},
    wait_for_capacity_timeout: waiting('how an apply waits'),
    wait_for_elb_capacity: waiting('how an apply waits'),
    warm_pool: warmPool,
    warm_pool_size: {skip: 'computed', because: 'how many instances are in the warm pool now'},
  },
  project: autoScalingGroupProjections,
  object: {
    idScope: 'region',
    pseudo: ['SuspendedProcesses', 'WarmPool'],
    children: ['LifecycleHookSpecificationList'],
    severity: {LifecycleHookSpecificationList: 'low', SuspendedProcesses: 'high'},
  },
}
