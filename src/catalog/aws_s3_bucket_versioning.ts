import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

/** `MFADelete` is the service API's name; CloudFormation has no property for it. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_versioning',
  attributes: {
    ...bucketPartAttributes,
    versioning_configuration: {
      to: 'VersioningConfiguration',
      block: 'single',
      of: {
        // Never switched on: S3 answers nothing at all, the provider writes `Disabled`.
        status: {to: 'Status', default: 'Disabled'},
        mfa_delete: {to: 'MFADelete', default: 'Disabled'},
      },
    },
    mfa: {skip: 'write-only', because: 'The one-time code that changing `mfa_delete` takes.'},
  },
} satisfies TerraformType
