import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'
import {corsRule} from './s3-cors-rule.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_cors_configuration',
  attributes: {...bucketPartAttributes, cors_rule: corsRule},
  presence: 'CorsConfiguration',
} satisfies TerraformType
