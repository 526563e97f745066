import type {BlockRule, CompareRule, TerraformType} from './entry.ts'
import {zeroIsNone} from './zero-is-none.ts'

const launchTemplate: BlockRule = {
  to: 'LaunchTemplate',
  block: 'single',
  of: {
    launch_template_id: {to: 'LaunchTemplateId', computed: true},
    launch_template_name: {to: 'LaunchTemplateName', computed: true},
    version: {to: 'Version', default: '$Default'},
  },
}

const computeResources: BlockRule = {
  to: 'ComputeResources',
  block: 'single',
  of: {
    allocation_strategy: {to: 'AllocationStrategy', default: 'BEST_FIT', computed: true},
    bid_percentage: {to: 'BidPercentage', value: zeroIsNone, computed: true},
    desired_vcpus: {
      to: 'DesiredvCpus',
      default: 0,
      computed: true,
      controlled: {by: 'AWS Batch', within: ['MinvCpus', 'MaxvCpus']},
    },
    ec2_configuration: {
      to: 'Ec2Configuration',
      block: 'list',
      key: ['ImageType'],
      computed: true,
      of: {
        image_id_override: {to: 'ImageIdOverride', computed: true},
        image_kubernetes_version: {to: 'ImageKubernetesVersion', computed: true},
        image_type: {to: 'ImageType', computed: true},
      },
    },
    ec2_key_pair: {to: 'Ec2KeyPair'},
    image_id: {to: 'ImageId'},
    instance_role: {to: 'InstanceRole', as: 'arnOrName'},
    instance_type: {to: 'InstanceTypes', as: 'set'},
    launch_template: launchTemplate,
    max_vcpus: {to: 'MaxvCpus'},
    min_vcpus: {to: 'MinvCpus', default: 0},
    placement_group: {to: 'PlacementGroup'},
    security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
    spot_iam_fleet_role: {to: 'SpotIamFleetRole', as: 'arnOrName'},
    subnets: {to: 'Subnets', as: 'set'},
    tags: {to: 'Tags'},
    type: {to: 'Type', as: 'caseInsensitive'},
  },
}

const name: CompareRule = {to: 'ComputeEnvironmentName'}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-computeenvironment.html */
export const entry = {
  type: 'aws_batch_compute_environment',
  confidence: 'curated',
  objectType: 'AWS::Batch::ComputeEnvironment',
  role: 'object',
  identity: [['arn']],
  attributes: {
    compute_environment_name: name,
    compute_environment_name_prefix: {skip: 'alias', because: 'the full name is in `name`'},
    compute_resources: computeResources,
    ecs_cluster_arn: {skip: 'computed', because: 'the cluster that Batch makes'},
    eks_configuration: {
      to: 'EksConfiguration',
      block: 'single',
      of: {
        eks_cluster_arn: {to: 'EksClusterArn'},
        kubernetes_namespace: {to: 'KubernetesNamespace'},
      },
    },
    name,
    name_prefix: {skip: 'alias', because: 'the full name is in `name`'},
    service_role: {to: 'ServiceRole', as: 'arnOrName', computed: true},
    state: {to: 'State', default: 'ENABLED', as: 'caseInsensitive'},
    status: {skip: 'computed', because: 'what Batch is doing'},
    status_reason: {skip: 'computed', because: 'what Batch is doing'},
    type: {to: 'Type', as: 'caseInsensitive'},
    // Write-only to CloudFormation; DescribeComputeEnvironments tells it.
    update_policy: {
      to: 'UpdatePolicy',
      block: 'single',
      computed: true,
      of: {
        job_execution_timeout_minutes: {to: 'JobExecutionTimeoutMinutes', default: 30, computed: true},
        terminate_jobs_on_update: {to: 'TerminateJobsOnUpdate', computed: true},
      },
    },
  },
  object: {
    idScope: 'region',
    pseudo: ['UpdatePolicy'],
    severity: {
      'ComputeResources.InstanceRole': 'high',
      'ComputeResources.InstanceTypes': 'high',
      'ComputeResources.MaxvCpus': 'high',
      'ComputeResources.SecurityGroupIds': 'high',
      ServiceRole: 'high',
    },
  },
} satisfies TerraformType
