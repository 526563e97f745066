import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_ownership_controls',
  attributes: {
    ...bucketPartAttributes,
    rule: {to: 'OwnershipControls.Rules', block: 'list', of: {object_ownership: {to: 'ObjectOwnership'}}},
  },
  presence: 'OwnershipControls',
} satisfies TerraformType
