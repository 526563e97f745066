import {containerPropertiesOf} from './batch-container.ts'
import {podProperties} from './batch-pod.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html */
export const entry = {
  type: 'aws_batch_job_definition',
  confidence: 'curated',
  objectType: 'AWS::Batch::JobDefinition',
  role: 'object',
  // CloudFormation knows a job definition by its name and shows its newest revision.
  identity: [['name']],
  attributes: {
    arn_prefix: {skip: 'computed', because: 'the ARN without the revision'},
    container_properties: {custom: 'properties of ContainerProperties'},
    deregister_on_new_revision: {skip: 'terraform-only', because: 'what the provider does with old revisions'},
    ecs_properties: {to: 'EcsProperties', as: 'containerDefinitions'},
    eks_properties: {
      to: 'EksProperties',
      block: 'single',
      of: {pod_properties: podProperties},
    },
    name: {to: 'JobDefinitionName'},
    node_properties: {to: 'NodeProperties', as: 'containerDefinitions'},
    parameters: {to: 'Parameters'},
    platform_capabilities: {to: 'PlatformCapabilities', as: 'set', default: ['EC2'], computed: true},
    propagate_tags: {to: 'PropagateTags'},
    retry_strategy: {
      to: 'RetryStrategy',
      block: 'single',
      of: {
        attempts: {to: 'Attempts', default: 1},
        evaluate_on_exit: {
          to: 'EvaluateOnExit',
          block: 'list',
          of: {
            action: {to: 'Action', as: 'caseInsensitive'},
            on_exit_code: {to: 'OnExitCode'},
            on_reason: {to: 'OnReason'},
            on_status_reason: {to: 'OnStatusReason'},
          },
        },
      },
    },
    revision: {skip: 'computed', because: 'part of the ARN'},
    scheduling_priority: {to: 'SchedulingPriority', default: 0},
    timeout: {
      to: 'Timeout',
      block: 'single',
      of: {attempt_duration_seconds: {to: 'AttemptDurationSeconds', default: 0}},
    },
    type: {to: 'Type', as: 'caseInsensitive'},
  },
  project: containerPropertiesOf,
  object: {
    idScope: 'region',
    sensitive: [
      'ContainerProperties.Environment.*.Value',
      'EcsProperties.TaskProperties.*.Containers.*.Environment.*.Value',
      'EksProperties.PodProperties.Containers.*.Env.*.Value',
      'EksProperties.PodProperties.InitContainers.*.Env.*.Value',
      'NodeProperties.NodeRangeProperties.*.Container.Environment.*.Value',
    ],
    severity: {
      'ContainerProperties.ExecutionRoleArn': 'high',
      'ContainerProperties.JobRoleArn': 'high',
      'ContainerProperties.Privileged': 'high',
      'ContainerProperties.ResourceRequirements': 'high',
    },
  },
} satisfies TerraformType
