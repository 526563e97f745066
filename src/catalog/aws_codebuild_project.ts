import {artifacts, source} from './codebuild-parts.ts'
import {codeBuildEnvironment} from './codebuild-environment.ts'
import type {BlockRule, SkipRule, TerraformType} from './entry.ts'

const unseen: SkipRule = {skip: 'not-visible', because: 'not in the CloudFormation schema of the type'}

const logs: BlockRule = {
  to: 'LogsConfig',
  block: 'single',
  of: {
    cloudwatch_logs: {
      to: 'CloudWatchLogs',
      block: 'single',
      of: {
        group_name: {to: 'GroupName'},
        status: {to: 'Status', default: 'ENABLED'},
        stream_name: {to: 'StreamName'},
      },
    },
    s3_logs: {
      to: 'S3Logs',
      block: 'single',
      of: {
        bucket_owner_access: unseen,
        encryption_disabled: {to: 'EncryptionDisabled'},
        location: {to: 'Location'},
        status: {to: 'Status', default: 'DISABLED'},
      },
    },
  },
}

const batch: BlockRule = {
  to: 'BuildBatchConfig',
  block: 'single',
  of: {
    combine_artifacts: {to: 'CombineArtifacts'},
    restrictions: {
      to: 'Restrictions',
      block: 'single',
      of: {
        compute_types_allowed: {to: 'ComputeTypesAllowed', as: 'set'},
        maximum_builds_allowed: {to: 'MaximumBuildsAllowed', default: 0},
      },
    },
    service_role: {to: 'ServiceRole'},
    timeout_in_mins: {to: 'TimeoutInMins', default: 0},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html */
export const entry = {
  type: 'aws_codebuild_project',
  confidence: 'curated',
  objectType: 'AWS::CodeBuild::Project',
  role: 'object',
  identity: [['name']],
  attributes: {
    artifacts: {to: 'Artifacts', block: 'single', of: artifacts},
    auto_retry_limit: {to: 'AutoRetryLimit', default: 0},
    badge_enabled: {to: 'BadgeEnabled'},
    badge_url: {skip: 'computed', because: 'made by CodeBuild'},
    build_batch_config: batch,
    build_timeout: {to: 'TimeoutInMinutes', default: 60, computed: true},
    cache: {
      to: 'Cache',
      block: 'single',
      of: {
        location: {to: 'Location'},
        modes: {to: 'Modes', as: 'set'},
        type: {to: 'Type', default: 'NO_CACHE'},
      },
    },
    concurrent_build_limit: {to: 'ConcurrentBuildLimit', default: 0},
    description: {to: 'Description', computed: true},
    encryption_key: {to: 'EncryptionKey', as: 'kmsKey', computed: true},
    environment: codeBuildEnvironment,
    file_system_locations: {
      to: 'FileSystemLocations',
      block: 'set',
      key: ['Identifier'],
      of: {
        identifier: {to: 'Identifier'},
        location: {to: 'Location'},
        mount_options: {to: 'MountOptions'},
        mount_point: {to: 'MountPoint'},
        type: {to: 'Type', default: 'EFS'},
      },
    },
    logs_config: logs,
    name: {to: 'Name'},
    project_visibility: {to: 'Visibility', default: 'PRIVATE'},
    public_project_alias: {skip: 'computed', because: 'made by CodeBuild'},
    queued_timeout: {to: 'QueuedTimeoutInMinutes', default: 480, computed: true},
    resource_access_role: {to: 'ResourceAccessRole'},
    secondary_artifacts: {to: 'SecondaryArtifacts', block: 'set', key: ['ArtifactIdentifier'], of: artifacts},
    secondary_source_version: {
      to: 'SecondarySourceVersions',
      block: 'set',
      key: ['SourceIdentifier'],
      of: {source_identifier: {to: 'SourceIdentifier'}, source_version: {to: 'SourceVersion'}},
    },
    secondary_sources: {
      to: 'SecondarySources',
      block: 'set',
      key: ['SourceIdentifier'],
      of: {...source, source_identifier: {to: 'SourceIdentifier'}},
    },
    service_role: {to: 'ServiceRole'},
    source: {to: 'Source', block: 'single', of: source},
    source_version: {to: 'SourceVersion'},
    vpc_config: {
      to: 'VpcConfig',
      block: 'single',
      of: {
        security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
        subnets: {to: 'Subnets', as: 'set'},
        vpc_id: {to: 'VpcId'},
      },
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:codebuild:{region}:{account}:project/{id}',
    sensitive: ['Environment.EnvironmentVariables.*.Value'],
    severity: {
      'Environment.PrivilegedMode': 'high',
      ServiceRole: 'high',
      Source: 'high',
      Visibility: 'high',
    },
  },
} satisfies TerraformType
