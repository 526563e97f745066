import type {TerraformType} from './entry.ts'
import {encryptionRule} from './s3-encryption-rule.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_server_side_encryption_configuration',
  attributes: {...bucketPartAttributes, rule: encryptionRule},
} satisfies TerraformType
