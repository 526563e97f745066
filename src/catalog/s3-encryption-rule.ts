import type {BlockRule} from './entry.ts'

/**
 * The one rule of default encryption. Every bucket has had SSE-S3 since January 2023
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html), so a state that records no rule says nothing,
 * and neither does one that names no blocked types: S3 blocks SSE-C in new buckets by itself.
 */
export const encryptionRule = {
  to: 'BucketEncryption.ServerSideEncryptionConfiguration',
  block: 'list',
  computed: true,
  of: {
    apply_server_side_encryption_by_default: {
      to: 'ServerSideEncryptionByDefault',
      block: 'single',
      of: {
        kms_master_key_id: {to: 'KMSMasterKeyID', as: 'kmsKey'},
        sse_algorithm: {to: 'SSEAlgorithm', default: 'AES256'},
      },
    },
    blocked_encryption_types: {to: 'BlockedEncryptionTypes.EncryptionType', as: 'set', computed: true},
    bucket_key_enabled: {to: 'BucketKeyEnabled'},
  },
} as const satisfies BlockRule
