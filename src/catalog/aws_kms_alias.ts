import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_alias */
export const entry = {
  type: 'aws_kms_alias',
  confidence: 'curated',
  objectType: 'AWS::KMS::Alias',
  role: 'object',
  identity: [['name'], ['id']],
  tags: 'none',
  attributes: {
    name: {to: 'AliasName'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    target_key_arn: {skip: 'alias', because: 'target_key_id names the same key'},
    target_key_id: {to: 'TargetKeyId', as: 'kmsKey'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:kms:{region}:{account}:{id}',
    severity: {TargetKeyId: 'high'},
  },
} satisfies TerraformType
