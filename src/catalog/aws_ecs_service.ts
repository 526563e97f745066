import {deploymentConfiguration} from './ecs-deployment.ts'
import {strategyAt} from './ecs-capacity-providers.ts'
import {serviceConnect} from './ecs-service-connect.ts'
import {scalableServiceId, serviceId} from './ecs-service-id.ts'
import {loadBalancersOf, replicasOf} from './ecs-service-parts.ts'
import {serviceVolumes} from './ecs-service-volumes.ts'
import type {Json} from '../model/value.ts'
import type {SkipRule, TerraformType} from './entry.ts'

const howToDeploy: SkipRule = {skip: 'terraform-only', because: 'how the provider deploys or deletes (resource docs)'}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html */
export const entry = {
  type: 'aws_ecs_service',
  confidence: 'curated',
  objectType: 'AWS::ECS::Service',
  role: 'object',
  identity: ({id, arn, cluster}) => serviceId(id ?? arn, cluster),
  arnAttribute: 'id',
  attributes: {
    ...deploymentConfiguration,
    // Chosen by the account since 2025 where nothing is set, DISABLED before
    // (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html).
    availability_zone_rebalancing: {to: 'AvailabilityZoneRebalancing', computed: true},
    capacity_provider_strategy: strategyAt('CapacityProviderStrategy'),
    cluster: {to: 'Cluster', as: 'arnOrName', default: 'default', computed: true},
    deployment_controller: {
      to: 'DeploymentController',
      block: 'single',
      of: {type: {to: 'Type', default: 'ECS'}},
    },
    desired_count: {custom: 'DesiredCount, unless ECS keeps one task on each instance'},
    enable_ecs_managed_tags: {to: 'EnableECSManagedTags'},
    enable_execute_command: {to: 'EnableExecuteCommand'},
    force_delete: howToDeploy,
    force_new_deployment: howToDeploy,
    health_check_grace_period_seconds: {to: 'HealthCheckGracePeriodSeconds', default: 0},
    iam_role: {to: 'Role', as: 'arnOrName', value: ownRole, computed: true},
    launch_type: {to: 'LaunchType', computed: true},
    load_balancer: {custom: 'elements of LoadBalancers'},
    name: {to: 'ServiceName'},
    network_configuration: {
      to: 'NetworkConfiguration.AwsvpcConfiguration',
      block: 'single',
      of: {
        assign_public_ip: {to: 'AssignPublicIp', default: 'DISABLED', value: enabledOrDisabled},
        security_groups: {to: 'SecurityGroups', as: 'set'},
        subnets: {to: 'Subnets', as: 'set'},
      },
    },
    ordered_placement_strategy: {
      to: 'PlacementStrategies',
      block: 'list',
      of: {field: {to: 'Field', value: placementField}, type: {to: 'Type'}},
    },
    placement_constraints: {
      to: 'PlacementConstraints',
      block: 'set',
      of: {expression: {to: 'Expression'}, type: {to: 'Type'}},
    },
    platform_version: {to: 'PlatformVersion', default: 'LATEST', computed: true},
    propagate_tags: {to: 'PropagateTags', default: 'NONE'},
    scheduling_strategy: {to: 'SchedulingStrategy', default: 'REPLICA'},
    service_connect_configuration: serviceConnect,
    service_registries: {
      to: 'ServiceRegistries',
      block: 'list',
      key: ['RegistryArn'],
      of: {
        container_name: {to: 'ContainerName'},
        container_port: {to: 'ContainerPort', default: 0},
        port: {to: 'Port', default: 0},
        registry_arn: {to: 'RegistryArn'},
      },
    },
    sigint_rollback: howToDeploy,
    task_definition: {
      to: 'TaskDefinition',
      as: 'taskDefinition',
      controlled: {by: 'whoever deploys its revisions', sameBy: 'taskDefinitionFamily'},
    },
    triggers: howToDeploy,
    volume_configuration: serviceVolumes,
    vpc_lattice_configurations: {
      to: 'VpcLatticeConfigurations',
      block: 'set',
      key: ['PortName'],
      of: {
        port_name: {to: 'PortName'},
        role_arn: {to: 'RoleArn'},
        target_group_arn: {to: 'TargetGroupArn'},
      },
    },
    wait_for_steady_state: howToDeploy,
  },
  project: (resource, own) => [...replicasOf(resource, own), ...loadBalancersOf(resource, own)],
  object: {
    idScope: 'region',
    pseudo: ['ServiceConnectConfiguration', 'VolumeConfigurations'],
    scaledBy: (id, path) => (path === 'DesiredCount' ? scalableServiceId(id) : undefined),
    severity: {
      EnableExecuteCommand: 'high',
      LoadBalancers: 'high',
      NetworkConfiguration: 'high',
      Role: 'high',
    },
  },
} satisfies TerraformType

/** Some providers record only `aws-service-role` of the role that ECS brings along; AWS chose that one. */
function ownRole(role: Json): Json {
  return typeof role === 'string' && /^\/?aws-service-role/.test(role) ? null : role
}

function enabledOrDisabled(value: Json): Json {
  return value === true || value === 'true' ? 'ENABLED' : 'DISABLED'
}

/** `host` is another name of it (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html). */
function placementField(field: Json): Json {
  return field === 'host' ? 'instanceId' : field
}
