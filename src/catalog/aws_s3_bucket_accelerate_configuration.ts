import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_accelerate_configuration',
  attributes: {
    ...bucketPartAttributes,
    status: {to: 'AccelerateConfiguration.AccelerationStatus', default: 'Suspended'},
  },
} satisfies TerraformType
