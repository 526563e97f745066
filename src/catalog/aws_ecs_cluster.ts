import {capacityProviders, providerStrategy} from './ecs-capacity-providers.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html */
export const entry = {
  type: 'aws_ecs_cluster',
  confidence: 'curated',
  objectType: 'AWS::ECS::Cluster',
  role: 'object',
  identity: [['name']],
  attributes: {
    // Both until provider 4; read back beside an aws_ecs_cluster_capacity_providers, to which they then yield.
    capacity_providers: {...capacityProviders, computed: true},
    configuration: {
      to: 'Configuration',
      block: 'single',
      of: {
        execute_command_configuration: {
          to: 'ExecuteCommandConfiguration',
          block: 'single',
          of: {
            kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
            log_configuration: {
              to: 'LogConfiguration',
              block: 'single',
              of: {
                cloud_watch_encryption_enabled: {to: 'CloudWatchEncryptionEnabled'},
                cloud_watch_log_group_name: {to: 'CloudWatchLogGroupName'},
                s3_bucket_encryption_enabled: {to: 'S3EncryptionEnabled'},
                s3_bucket_name: {to: 'S3BucketName'},
                s3_key_prefix: {to: 'S3KeyPrefix'},
              },
            },
            logging: {to: 'Logging', default: 'DEFAULT'},
          },
        },
        managed_storage_configuration: {
          to: 'ManagedStorageConfiguration',
          block: 'single',
          of: {
            fargate_ephemeral_storage_kms_key_id: {to: 'FargateEphemeralStorageKmsKeyId', as: 'kmsKey'},
            kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
          },
        },
      },
    },
    default_capacity_provider_strategy: {...providerStrategy, computed: true},
    name: {to: 'ClusterName'},
    service_connect_defaults: {
      to: 'ServiceConnectDefaults',
      block: 'single',
      of: {namespace: {to: 'Namespace'}},
    },
    // The account decides about Container Insights where the cluster does not
    // (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html).
    setting: {
      to: 'ClusterSettings',
      block: 'set',
      key: ['Name'],
      computed: true,
      of: {name: {to: 'Name'}, value: {to: 'Value'}},
    },
  },
  object: {
    idScope: 'region',
    pseudo: ['ServiceConnectDefaults'],
    arnTemplate: 'arn:{partition}:ecs:{region}:{account}:cluster/{id}',
    severity: {Configuration: 'high'},
  },
} satisfies TerraformType
