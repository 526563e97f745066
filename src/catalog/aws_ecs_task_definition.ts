import {containersOf} from './ecs-containers.ts'
import {ecsTaskVolumes} from './ecs-task-volumes.ts'
import type {TerraformType} from './entry.ts'
import {nameValues} from './name-values.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
export const entry = {
  type: 'aws_ecs_task_definition',
  confidence: 'curated',
  objectType: 'AWS::ECS::TaskDefinition',
  role: 'object',
  // One revision: a later one is another object.
  identity: [['arn']],
  attributes: {
    arn_without_revision: {skip: 'computed', because: 'part of the ARN'},
    container_definitions: {custom: 'elements of ContainerDefinitions'},
    cpu: {to: 'Cpu'},
    enable_fault_injection: {to: 'EnableFaultInjection'},
    ephemeral_storage: {to: 'EphemeralStorage', block: 'single', of: {size_in_gib: {to: 'SizeInGiB'}}},
    execution_role_arn: {to: 'ExecutionRoleArn', as: 'arnOrName'},
    family: {to: 'Family'},
    inference_accelerator: {
      to: 'InferenceAccelerators',
      block: 'set',
      key: ['DeviceName'],
      of: {device_name: {to: 'DeviceName'}, device_type: {to: 'DeviceType'}},
    },
    ipc_mode: {to: 'IpcMode'},
    memory: {to: 'Memory'},
    network_mode: {to: 'NetworkMode', default: 'bridge', computed: true},
    pid_mode: {to: 'PidMode'},
    placement_constraints: {
      to: 'PlacementConstraints',
      block: 'set',
      of: {expression: {to: 'Expression'}, type: {to: 'Type'}},
    },
    proxy_configuration: {
      to: 'ProxyConfiguration',
      block: 'single',
      of: {
        container_name: {to: 'ContainerName'},
        properties: {to: 'ProxyConfigurationProperties', as: 'set', value: nameValues},
        type: {to: 'Type', default: 'APPMESH'},
      },
    },
    requires_compatibilities: {to: 'RequiresCompatibilities', as: 'set'},
    revision: {skip: 'computed', because: 'part of the ARN'},
    runtime_platform: {
      to: 'RuntimePlatform',
      block: 'single',
      of: {
        cpu_architecture: {to: 'CpuArchitecture', default: 'X86_64'},
        operating_system_family: {to: 'OperatingSystemFamily', default: 'LINUX'},
      },
    },
    skip_destroy: {skip: 'terraform-only', because: 'whether a destroy deregisters the revision (resource docs)'},
    task_role_arn: {to: 'TaskRoleArn', as: 'arnOrName'},
    track_latest: {skip: 'terraform-only', because: 'which revision the provider reads back (resource docs)'},
    volume: ecsTaskVolumes,
  },
  project: containersOf,
  object: {
    idScope: 'region',
    sensitive: ['ContainerDefinitions.*.Environment.*.Value'],
    severity: {ExecutionRoleArn: 'high', TaskRoleArn: 'high'},
  },
} satisfies TerraformType
