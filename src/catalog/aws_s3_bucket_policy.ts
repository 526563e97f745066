import type {TerraformType} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

/** CloudFormation models the policy as a type of its own, AWS::S3::BucketPolicy, hence the pseudo-property of that name. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_policy',
  attributes: {
    ...bucketPartAttributes,
    policy: {to: 'BucketPolicy.PolicyDocument', as: 'iamPolicy', value: parseDocument},
  },
  presence: 'BucketPolicy',
} satisfies TerraformType
