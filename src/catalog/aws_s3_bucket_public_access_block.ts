import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

/** No block at all is the same as one with everything off, so the absence of the block is a difference of what was on. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_public_access_block',
  attributes: {
    ...bucketPartAttributes,
    block_public_acls: {to: 'PublicAccessBlockConfiguration.BlockPublicAcls'},
    block_public_policy: {to: 'PublicAccessBlockConfiguration.BlockPublicPolicy'},
    ignore_public_acls: {to: 'PublicAccessBlockConfiguration.IgnorePublicAcls'},
    restrict_public_buckets: {to: 'PublicAccessBlockConfiguration.RestrictPublicBuckets'},
    skip_destroy: {skip: 'terraform-only', because: 'Only says what the provider does on destroy (resource docs).'},
  },
} satisfies TerraformType
