import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_object_lock_configuration',
  attributes: {
    ...bucketPartAttributes,
    object_lock_enabled: {to: 'ObjectLockConfiguration.ObjectLockEnabled'},
    rule: {
      to: 'ObjectLockConfiguration.Rule',
      block: 'single',
      of: {
        default_retention: {
          to: 'DefaultRetention',
          block: 'single',
          of: {days: {to: 'Days', default: 0}, mode: {to: 'Mode'}, years: {to: 'Years', default: 0}},
        },
      },
    },
    token: {skip: 'write-only', because: 'x-amz-bucket-object-lock-token, part of the request only.'},
  },
  presence: 'ObjectLockConfiguration',
} satisfies TerraformType
