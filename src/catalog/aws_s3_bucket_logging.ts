import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

/** `TargetGrants` is the service API's name; CloudFormation has no property for it. */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_logging',
  attributes: {
    ...bucketPartAttributes,
    target_bucket: {to: 'LoggingConfiguration.DestinationBucketName'},
    target_prefix: {to: 'LoggingConfiguration.LogFilePrefix'},
    target_grant: {
      to: 'LoggingConfiguration.TargetGrants',
      block: 'set',
      of: {
        grantee: {
          to: 'Grantee',
          block: 'single',
          of: {
            display_name: {skip: 'computed', because: 'S3 looks it up.'},
            email_address: {to: 'EmailAddress'},
            id: {to: 'ID'},
            type: {to: 'Type'},
            uri: {to: 'URI'},
          },
        },
        permission: {to: 'Permission'},
      },
    },
    target_object_key_format: {
      to: 'LoggingConfiguration.TargetObjectKeyFormat',
      block: 'single',
      computed: true,
      of: {
        partitioned_prefix: {
          to: 'PartitionedPrefix',
          block: 'single',
          of: {partition_date_source: {to: 'PartitionDateSource'}},
        },
        simple_prefix: {skip: 'alias', because: 'Has no members: it is there where `partitioned_prefix` is not.'},
      },
    },
  },
  presence: 'LoggingConfiguration',
} satisfies TerraformType
