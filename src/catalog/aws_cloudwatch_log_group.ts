import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const entry = {
  type: 'aws_cloudwatch_log_group',
  confidence: 'curated',
  objectType: 'AWS::Logs::LogGroup',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    deletion_protection_enabled: {to: 'DeletionProtectionEnabled', computed: true},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
    log_group_class: {to: 'LogGroupClass', default: 'STANDARD', computed: true},
    name: {to: 'LogGroupName'},
    name_prefix: {skip: 'alias', because: 'the full name that it led to is in `name`'},
    // 0 is the provider's word for never expiring.
    retention_in_days: {to: 'RetentionInDays', default: 0},
    skip_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:logs:{region}:{account}:log-group:{id}',
    severity: {KmsKeyId: 'high'},
  },
} satisfies TerraformType
