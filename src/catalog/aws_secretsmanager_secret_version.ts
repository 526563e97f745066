import type {Value} from '../model/value.ts'
import type {SkipRule, TerraformType} from './entry.ts'

const value: SkipRule = {
  skip: 'controlled',
  because: 'rotation replaces it, and reading it takes secretsmanager:GetSecretValue, which trueup never asks for',
}

/** The value of a secret. What can be told of it without reading it: whether its secret is there. */
export const entry = {
  type: 'aws_secretsmanager_secret_version',
  confidence: 'curated',
  objectType: 'AWS::SecretsManager::Secret',
  role: 'part',
  identity: ({arn, secret_id: secret, id}) => secretArn(arn) ?? secretArn(secret) ?? secretArn(id),
  arnAttribute: null,
  tags: 'none',
  attributes: {
    has_secret_string_wo: {skip: 'computed', because: 'whether secret_string_wo is used'},
    secret_binary: value,
    secret_id: {skip: 'identity', because: 'names the secret'},
    secret_string: value,
    secret_string_wo: {skip: 'write-only', because: 'a write-only argument is in no state'},
    secret_string_wo_version: {skip: 'terraform-only', because: 'makes the provider write the value again'},
    version_id: {skip: 'computed', because: 'changes with the value'},
    version_stages: {skip: 'controlled', because: 'rotation moves the stages from version to version'},
  },
} satisfies TerraformType

/** The id is the secret's ARN and the version, joined by `|`; the secret may be named otherwise in the configuration. */
function secretArn(text: Value | undefined): string | undefined {
  return typeof text === 'string' && text.startsWith('arn:') ? text.split('|')[0] : undefined
}
