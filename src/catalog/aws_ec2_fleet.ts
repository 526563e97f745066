import type {AttributeRule, TerraformType} from './entry.ts'
import {instanceRequirements} from './instance-requirements.ts'

const fulfilled = {skip: 'computed', because: 'what EC2 launched so far'} as const

const common: Readonly<Record<string, AttributeRule>> = {
  allocation_strategy: {to: 'AllocationStrategy', as: 'spelling', default: 'lowest-price'},
  max_total_price: {to: 'MaxTotalPrice', as: 'decimal'},
  min_target_capacity: {to: 'MinTargetCapacity', default: 0},
  single_availability_zone: {to: 'SingleAvailabilityZone'},
  single_instance_type: {to: 'SingleInstanceType'},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-ec2fleet.html */
export const entry = {
  type: 'aws_ec2_fleet',
  confidence: 'curated',
  objectType: 'AWS::EC2::EC2Fleet',
  role: 'object',
  identity: [['id']],
  attributes: {
    context: {to: 'Context'},
    excess_capacity_termination_policy: {
      to: 'ExcessCapacityTerminationPolicy',
      as: 'spelling',
      default: 'termination',
    },
    fleet_instance_set: fulfilled,
    fleet_state: fulfilled,
    fulfilled_capacity: fulfilled,
    fulfilled_on_demand_capacity: fulfilled,
    launch_template_config: {
      to: 'LaunchTemplateConfigs',
      block: 'list',
      of: {
        launch_template_specification: {
          to: 'LaunchTemplateSpecification',
          block: 'single',
          of: {
            launch_template_id: {to: 'LaunchTemplateId'},
            launch_template_name: {to: 'LaunchTemplateName'},
            version: {to: 'Version'},
          },
        },
        override: {
          to: 'Overrides',
          block: 'list',
          of: {
            availability_zone: {to: 'AvailabilityZone'},
            instance_requirements: instanceRequirements,
            instance_type: {to: 'InstanceType'},
            max_price: {to: 'MaxPrice', as: 'decimal'},
            priority: {to: 'Priority', default: 0},
            subnet_id: {to: 'SubnetId'},
            weighted_capacity: {to: 'WeightedCapacity', default: 0},
          },
        },
      },
    },
    on_demand_options: {
      to: 'OnDemandOptions',
      block: 'single',
      of: {
        ...common,
        capacity_reservation_options: {
          to: 'CapacityReservationOptions',
          block: 'single',
          of: {usage_strategy: {to: 'UsageStrategy'}},
        },
      },
    },
    replace_unhealthy_instances: {to: 'ReplaceUnhealthyInstances'},
    spot_options: {
      to: 'SpotOptions',
      block: 'single',
      of: {
        ...common,
        instance_interruption_behavior: {to: 'InstanceInterruptionBehavior', default: 'terminate'},
        instance_pools_to_use_count: {to: 'InstancePoolsToUseCount', default: 1},
        maintenance_strategies: {
          to: 'MaintenanceStrategies',
          block: 'single',
          of: {
            capacity_rebalance: {
              to: 'CapacityRebalance',
              block: 'single',
              of: {
                replacement_strategy: {to: 'ReplacementStrategy'},
                termination_delay: {to: 'TerminationDelay', default: 0},
              },
            },
          },
        },
      },
    },
    target_capacity_specification: {
      to: 'TargetCapacitySpecification',
      block: 'single',
      of: {
        default_target_capacity_type: {to: 'DefaultTargetCapacityType', as: 'spelling'},
        on_demand_target_capacity: {to: 'OnDemandTargetCapacity', default: 0, computed: true},
        spot_target_capacity: {to: 'SpotTargetCapacity', default: 0, computed: true},
        target_capacity_unit_type: {to: 'TargetCapacityUnitType', default: 'units', computed: true},
        total_target_capacity: {to: 'TotalTargetCapacity'},
      },
    },
    terminate_instances: {skip: 'terraform-only', because: 'what a destroy does with the instances'},
    terminate_instances_with_expiration: {to: 'TerminateInstancesWithExpiration'},
    type: {to: 'Type', default: 'maintain'},
    valid_from: {to: 'ValidFrom', as: 'instant', computed: true},
    valid_until: {to: 'ValidUntil', as: 'instant', computed: true},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:fleet/{id}',
    severity: {TargetCapacitySpecification: 'high'},
  },
} satisfies TerraformType
