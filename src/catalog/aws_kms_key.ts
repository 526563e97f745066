import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key */
export const entry = {
  type: 'aws_kms_key',
  confidence: 'curated',
  objectType: 'AWS::KMS::Key',
  role: 'object',
  identity: [['key_id'], ['id']],
  attributes: {
    bypass_policy_lockout_safety_check: {skip: 'write-only', because: 'an argument of PutKeyPolicy, not kept by KMS'},
    // Two properties that CloudFormation cannot set, named after DescribeKey.
    custom_key_store_id: {to: 'CustomKeyStoreId'},
    xks_key_id: {to: 'XksKeyConfiguration.Id'},
    customer_master_key_spec: {to: 'KeySpec', default: 'SYMMETRIC_DEFAULT'},
    deletion_window_in_days: {
      skip: 'write-only',
      because: 'an argument of ScheduleKeyDeletion, used when the key is destroyed',
    },
    description: {to: 'Description', computed: true},
    enable_key_rotation: {to: 'EnableKeyRotation'},
    is_enabled: {to: 'Enabled', default: true},
    key_id: {skip: 'identity', because: 'the primary identifier'},
    key_usage: {to: 'KeyUsage', default: 'ENCRYPT_DECRYPT'},
    multi_region: {to: 'MultiRegion'},
    policy: {to: 'KeyPolicy', as: 'iamPolicy', computed: true},
    rotation_period_in_days: {to: 'RotationPeriodInDays', default: 365, computed: true},
  },
  object: {
    idScope: 'region',
    severity: {
      Enabled: 'high',
      EnableKeyRotation: 'high',
      KeyPolicy: 'high',
    },
  },
} satisfies TerraformType
