import type {AttributeRule, BlockRule, TerraformType} from './entry.ts'

/** Sizes with their units: `4 vCPU`, `16 GB`. */
const size: Readonly<Record<string, AttributeRule>> = {
  cpu: {to: 'Cpu'},
  disk: {to: 'Disk', computed: true},
  memory: {to: 'Memory'},
}

/** Workers that wait, and are paid, from the start of the application until it stops. */
const initialCapacity: BlockRule = {
  to: 'InitialCapacity',
  block: 'set',
  key: ['Key'],
  of: {
    initial_capacity_config: {
      to: 'Value',
      block: 'single',
      of: {
        worker_configuration: {to: 'WorkerConfiguration', block: 'single', computed: true, of: size},
        worker_count: {to: 'WorkerCount'},
      },
    },
    initial_capacity_type: {to: 'Key'},
  },
}

const monitoring: BlockRule = {
  to: 'MonitoringConfiguration',
  block: 'single',
  computed: true,
  of: {
    cloudwatch_logging_configuration: {
      to: 'CloudWatchLoggingConfiguration',
      block: 'single',
      of: {
        enabled: {to: 'Enabled'},
        encryption_key_arn: {to: 'EncryptionKeyArn', as: 'kmsKey'},
        log_group_name: {to: 'LogGroupName'},
        log_stream_name_prefix: {to: 'LogStreamNamePrefix'},
        log_types: {
          to: 'LogTypeMap',
          block: 'set',
          key: ['Key'],
          computed: true,
          of: {name: {to: 'Key'}, values: {to: 'Value', as: 'set'}},
        },
      },
    },
    managed_persistence_monitoring_configuration: {
      to: 'ManagedPersistenceMonitoringConfiguration',
      block: 'single',
      of: {
        enabled: {to: 'Enabled', default: true},
        encryption_key_arn: {to: 'EncryptionKeyArn', as: 'kmsKey'},
      },
    },
    prometheus_monitoring_configuration: {
      to: 'PrometheusMonitoringConfiguration',
      block: 'single',
      of: {remote_write_url: {to: 'RemoteWriteUrl'}},
    },
    s3_monitoring_configuration: {
      to: 'S3MonitoringConfiguration',
      block: 'single',
      of: {encryption_key_arn: {to: 'EncryptionKeyArn', as: 'kmsKey'}, log_uri: {to: 'LogUri'}},
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emrserverless-application.html */
export const entry = {
  type: 'aws_emrserverless_application',
  confidence: 'curated',
  objectType: 'AWS::EMRServerless::Application',
  role: 'object',
  identity: [['id']],
  attributes: {
    architecture: {to: 'Architecture', default: 'X86_64', computed: true},
    auto_start_configuration: {
      to: 'AutoStartConfiguration',
      block: 'single',
      computed: true,
      of: {enabled: {to: 'Enabled', default: true}},
    },
    auto_stop_configuration: {
      to: 'AutoStopConfiguration',
      block: 'single',
      computed: true,
      of: {
        enabled: {to: 'Enabled', default: true},
        idle_timeout_minutes: {to: 'IdleTimeoutMinutes', default: 15},
      },
    },
    image_configuration: {
      to: 'ImageConfiguration',
      block: 'single',
      computed: true,
      of: {image_uri: {to: 'ImageUri'}},
    },
    initial_capacity: initialCapacity,
    interactive_configuration: {
      to: 'InteractiveConfiguration',
      block: 'single',
      computed: true,
      of: {
        livy_endpoint_enabled: {to: 'LivyEndpointEnabled', computed: true},
        studio_enabled: {to: 'StudioEnabled', computed: true},
      },
    },
    maximum_capacity: {to: 'MaximumCapacity', block: 'single', of: size},
    monitoring_configuration: monitoring,
    name: {to: 'Name'},
    network_configuration: {
      to: 'NetworkConfiguration',
      block: 'single',
      of: {
        security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
        subnet_ids: {to: 'SubnetIds', as: 'set'},
      },
    },
    release_label: {to: 'ReleaseLabel'},
    runtime_configuration: {
      to: 'RuntimeConfiguration',
      block: 'set',
      key: ['Classification'],
      of: {classification: {to: 'Classification'}, properties: {to: 'Properties'}},
    },
    scheduler_configuration: {
      to: 'SchedulerConfiguration',
      block: 'single',
      computed: true,
      of: {
        max_concurrent_runs: {to: 'MaxConcurrentRuns', computed: true},
        queue_timeout_minutes: {to: 'QueueTimeoutMinutes', computed: true},
      },
    },
    // `Spark` to the service, `spark` to the provider.
    type: {to: 'Type', as: 'caseInsensitive'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:emr-serverless:{region}:{account}:/applications/{id}',
    severity: {AutoStopConfiguration: 'high', InitialCapacity: 'high', MaximumCapacity: 'high'},
  },
} satisfies TerraformType
