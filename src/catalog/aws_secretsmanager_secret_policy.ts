import type {TerraformType} from './entry.ts'

/** CloudFormation models it as a type of its own, AWS::SecretsManager::ResourcePolicy, hence the pseudo-property of that name. */
export const entry = {
  type: 'aws_secretsmanager_secret_policy',
  confidence: 'curated',
  objectType: 'AWS::SecretsManager::Secret',
  role: 'part',
  identity: [['secret_arn'], ['id']],
  arnAttribute: 'secret_arn',
  tags: 'none',
  presence: 'ResourcePolicy',
  attributes: {
    block_public_policy: {
      skip: 'write-only',
      because: 'makes AWS refuse a public policy when it is written (PutResourcePolicy)',
    },
    policy: {to: 'ResourcePolicy.ResourcePolicy', as: 'iamPolicy'},
    secret_arn: {skip: 'identity', because: 'names the secret'},
  },
} satisfies TerraformType
