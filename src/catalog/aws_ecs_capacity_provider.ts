import {ecsInstanceRequirements} from './ecs-instance-requirements.ts'
import type {BlockRule, TerraformType} from './entry.ts'

const autoScalingGroupProvider: BlockRule = {
  to: 'AutoScalingGroupProvider',
  block: 'single',
  of: {
    // ECS keeps what it was given: the ARN of the group or its name.
    auto_scaling_group_arn: {to: 'AutoScalingGroupArn', as: 'arnOrName'},
    managed_draining: {to: 'ManagedDraining', default: 'ENABLED', computed: true},
    managed_scaling: {
      to: 'ManagedScaling',
      block: 'single',
      computed: true,
      of: {
        instance_warmup_period: {to: 'InstanceWarmupPeriod', default: 300, computed: true},
        maximum_scaling_step_size: {to: 'MaximumScalingStepSize', default: 10000, computed: true},
        minimum_scaling_step_size: {to: 'MinimumScalingStepSize', default: 1, computed: true},
        status: {to: 'Status', computed: true},
        target_capacity: {to: 'TargetCapacity', default: 100, computed: true},
      },
    },
    managed_termination_protection: {to: 'ManagedTerminationProtection', default: 'DISABLED', computed: true},
  },
}

const managedInstancesProvider: BlockRule = {
  to: 'ManagedInstancesProvider',
  block: 'single',
  of: {
    infrastructure_optimization: {
      to: 'InfrastructureOptimization',
      block: 'single',
      computed: true,
      of: {scale_in_after: {to: 'ScaleInAfter', computed: true}},
    },
    infrastructure_role_arn: {to: 'InfrastructureRoleArn'},
    instance_launch_template: {
      to: 'InstanceLaunchTemplate',
      block: 'single',
      of: {
        ec2_instance_profile_arn: {to: 'Ec2InstanceProfileArn'},
        instance_requirements: ecsInstanceRequirements,
        monitoring: {to: 'Monitoring', default: 'BASIC', computed: true},
        network_configuration: {
          to: 'NetworkConfiguration',
          block: 'single',
          of: {
            security_groups: {to: 'SecurityGroups', as: 'set', computed: true},
            subnets: {to: 'Subnets', as: 'set'},
          },
        },
        storage_configuration: {
          to: 'StorageConfiguration',
          block: 'single',
          computed: true,
          of: {storage_size_gib: {to: 'StorageSizeGiB', computed: true}},
        },
      },
    },
    propagate_tags: {to: 'PropagateTags', default: 'NONE'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-capacityprovider.html */
export const entry = {
  type: 'aws_ecs_capacity_provider',
  confidence: 'curated',
  objectType: 'AWS::ECS::CapacityProvider',
  role: 'object',
  identity: [['name']],
  attributes: {
    auto_scaling_group_provider: autoScalingGroupProvider,
    cluster: {to: 'ClusterName', as: 'arnOrName'},
    managed_instances_provider: managedInstancesProvider,
    name: {to: 'Name'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ecs:{region}:{account}:capacity-provider/{id}',
  },
} satisfies TerraformType
