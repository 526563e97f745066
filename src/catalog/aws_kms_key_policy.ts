import {parseArn} from '../model/arn.ts'
import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key_policy */
export const entry = {
  type: 'aws_kms_key_policy',
  confidence: 'curated',
  objectType: 'AWS::KMS::Key',
  role: 'part',
  // The key may be named by its ARN.
  identity: ({key_id: key}) =>
    typeof key === 'string' ? (parseArn(key)?.resource ?? key).replace(/^key\//, '') : undefined,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    bypass_policy_lockout_safety_check: {skip: 'write-only', because: 'an argument of PutKeyPolicy, not kept by KMS'},
    key_id: {skip: 'identity', because: 'names the key'},
    policy: {to: 'KeyPolicy', as: 'iamPolicy'},
  },
} satisfies TerraformType
