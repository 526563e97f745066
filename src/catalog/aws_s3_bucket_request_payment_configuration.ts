import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

/** Named as in PutBucketRequestPayment; CloudFormation has no property for it. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_request_payment_configuration',
  attributes: {
    ...bucketPartAttributes,
    payer: {to: 'RequestPaymentConfiguration.Payer', default: 'BucketOwner'},
  },
} satisfies TerraformType
