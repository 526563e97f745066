import type {TerraformType} from './entry.ts'
import {instanceRequirements} from './instance-requirements.ts'
import {fleetLaunchSpecifications} from './fleet-launch-specification.ts'

const objectType = 'AWS::EC2::SpotFleet'
const waiting = {skip: 'terraform-only', because: 'how an apply or a destroy goes about it'} as const

/** Common to all attributes: CloudFormation has them in one property of the request. */
const data = (name: string): string => `SpotFleetRequestConfigData.${name}`

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-spotfleet.html */
export const entry: TerraformType = {
  type: 'aws_spot_fleet_request',
  confidence: 'curated',
  objectType,
  role: 'object',
  identity: [['id']],
  attributes: {
    allocation_strategy: {to: data('AllocationStrategy'), as: 'spelling', default: 'lowestPrice'},
    client_token: {skip: 'computed', because: 'made by the provider for the one request'},
    context: {to: data('Context')},
    excess_capacity_termination_policy: {
      to: data('ExcessCapacityTerminationPolicy'),
      as: 'spelling',
      default: 'default',
    },
    fleet_type: {to: data('Type'), default: 'maintain'},
    iam_fleet_role: {to: data('IamFleetRole')},
    instance_interruption_behaviour: {to: data('InstanceInterruptionBehavior'), default: 'terminate'},
    instance_pools_to_use_count: {to: data('InstancePoolsToUseCount'), default: 1},
    launch_specification: {custom: 'elements of LaunchSpecifications'},
    launch_template_config: {
      to: data('LaunchTemplateConfigs'),
      block: 'set',
      of: {
        launch_template_specification: {
          to: 'LaunchTemplateSpecification',
          block: 'single',
          of: {
            id: {to: 'LaunchTemplateId'},
            name: {to: 'LaunchTemplateName'},
            version: {to: 'Version'},
          },
        },
        overrides: {
          to: 'Overrides',
          block: 'set',
          of: {
            availability_zone: {to: 'AvailabilityZone'},
            instance_requirements: instanceRequirements,
            instance_type: {to: 'InstanceType'},
            priority: {to: 'Priority', default: 0, computed: true},
            spot_price: {to: 'SpotPrice', as: 'decimal', computed: true},
            subnet_id: {to: 'SubnetId', computed: true},
            weighted_capacity: {to: 'WeightedCapacity', default: 0, computed: true},
          },
        },
      },
    },
    load_balancers: {
      to: data('LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers'),
      as: 'wrappedSet',
      computed: true,
    },
    on_demand_allocation_strategy: {
      to: data('OnDemandAllocationStrategy'),
      as: 'spelling',
      default: 'lowestPrice',
    },
    on_demand_max_total_price: {to: data('OnDemandMaxTotalPrice'), as: 'decimal'},
    on_demand_target_capacity: {to: data('OnDemandTargetCapacity'), default: 0},
    replace_unhealthy_instances: {to: data('ReplaceUnhealthyInstances')},
    spot_maintenance_strategies: {
      to: data('SpotMaintenanceStrategies'),
      block: 'single',
      of: {
        capacity_rebalance: {
          to: 'CapacityRebalance',
          block: 'single',
          of: {replacement_strategy: {to: 'ReplacementStrategy'}},
        },
      },
    },
    spot_price: {to: data('SpotPrice'), as: 'decimal'},
    spot_request_state: {skip: 'computed', because: 'how the request fares'},
    target_capacity: {to: data('TargetCapacity')},
    target_capacity_unit_type: {to: data('TargetCapacityUnitType'), default: 'units'},
    target_group_arns: {
      to: data('LoadBalancersConfig.TargetGroupsConfig.TargetGroups'),
      as: 'wrappedSet',
      computed: true,
    },
    terminate_instances_on_delete: waiting,
    terminate_instances_with_expiration: {to: data('TerminateInstancesWithExpiration')},
    valid_from: {to: data('ValidFrom'), as: 'instant', computed: true},
    valid_until: {to: data('ValidUntil'), as: 'instant', computed: true},
    wait_for_fulfillment: waiting,
  },
  project({attributes}, {id, location}) {
    return id === undefined ? [] : [{objectType, id, location, elements: fleetLaunchSpecifications(attributes)}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:spot-fleet-request/{id}',
    severity: {'SpotFleetRequestConfigData.TargetCapacity': 'high'},
  },
}
