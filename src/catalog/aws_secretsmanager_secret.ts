import type {SkipRule, TerraformType} from './entry.ts'

const ofReplica: SkipRule = {skip: 'computed', because: 'how the replication goes'}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html; policy and rotation
 * are types of their own there (AWS::SecretsManager::ResourcePolicy, RotationSchedule), hence the pseudo-properties of those names.
 */
export const entry = {
  type: 'aws_secretsmanager_secret',
  confidence: 'curated',
  objectType: 'AWS::SecretsManager::Secret',
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    description: {to: 'Description'},
    force_overwrite_replica_secret: {
      skip: 'terraform-only',
      because: 'allows the provider to replace a secret elsewhere',
    },
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', default: 'alias/aws/secretsmanager'},
    name: {to: 'Name'},
    name_prefix: {skip: 'alias', because: 'the full name that it led to is in `name`'},
    policy: {to: 'ResourcePolicy.ResourcePolicy', as: 'iamPolicy', computed: true},
    recovery_window_in_days: {skip: 'terraform-only', because: 'tells the provider how to delete'},
    replica: {
      to: 'ReplicaRegions',
      block: 'set',
      key: ['Region'],
      of: {
        kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', default: 'alias/aws/secretsmanager'},
        last_accessed_date: ofReplica,
        region: {to: 'Region'},
        status: ofReplica,
        status_message: ofReplica,
      },
    },
    rotation_enabled: {skip: 'computed', because: 'whether there is a rotation'},
    // Read back by providers before 5.0 although aws_secretsmanager_secret_rotation declares them.
    rotation_lambda_arn: {to: 'RotationSchedule.RotationLambdaARN', computed: true},
    rotation_rules: {
      to: 'RotationSchedule.RotationRules',
      block: 'single',
      computed: true,
      of: {automatically_after_days: {to: 'AutomaticallyAfterDays', computed: true}},
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: '{id}',
    pseudo: ['ResourcePolicy', 'RotationSchedule'],
    severity: {KmsKeyId: 'high', ResourcePolicy: 'high', RotationSchedule: 'high'},
  },
} satisfies TerraformType
