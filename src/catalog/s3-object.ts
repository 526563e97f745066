import type {SkipRule, TerraformType} from './entry.ts'

const content: SkipRule = {
  skip: 'controlled',
  because:
    'the content of an object, which whoever writes the object next replaces; the provider compares it with a local file',
}
const checksum: SkipRule = {skip: 'computed', because: 'follows from the content'}

/**
 * Common to aws_s3_object and aws_s3_bucket_object, its former name. CloudFormation has no such type: properties are named as in
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const s3Object = {
  confidence: 'curated',
  objectType: 'AWS::S3::Object',
  role: 'object',
  identity: ({bucket, key}) =>
    typeof bucket === 'string' && typeof key === 'string' ? `${bucketName(bucket)}|${key}` : undefined,
  attributes: {
    acl: {
      skip: 'write-only',
      because: 'the provider never reads it back (internal/service/s3/object.go, resourceObjectRead)',
    },
    bucket: {skip: 'identity', because: 'names the bucket'},
    bucket_key_enabled: {to: 'BucketKeyEnabled', computed: true},
    cache_control: {to: 'CacheControl'},
    checksum_algorithm: {skip: 'write-only', because: 'HeadObject gives the checksums, not the wish for one'},
    checksum_crc32: checksum,
    checksum_crc32c: checksum,
    checksum_crc64nvme: checksum,
    checksum_sha1: checksum,
    checksum_sha256: checksum,
    content,
    content_base64: content,
    content_disposition: {to: 'ContentDisposition'},
    content_encoding: {to: 'ContentEncoding'},
    content_language: {to: 'ContentLanguage'},
    content_type: {to: 'ContentType', computed: true},
    etag: content,
    force_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
    key: {skip: 'identity', because: 'names the object in its bucket'},
    kms_key_id: {to: 'SSEKMSKeyId', as: 'kmsKey', computed: true},
    metadata: {to: 'Metadata'},
    object_lock_legal_hold_status: {to: 'ObjectLockLegalHoldStatus', default: 'OFF'},
    object_lock_mode: {to: 'ObjectLockMode'},
    object_lock_retain_until_date: {to: 'ObjectLockRetainUntilDate', as: 'unordered'},
    override_provider: {skip: 'terraform-only', because: 'keeps default tags of the provider away from the object'},
    server_side_encryption: {to: 'ServerSideEncryption', computed: true},
    source: content,
    source_hash: {skip: 'terraform-only', because: 'makes the provider write the object again (resource docs)'},
    storage_class: {to: 'StorageClass', default: 'STANDARD', computed: true},
    version_id: {skip: 'computed', because: 'changes with the content'},
    website_redirect: {to: 'WebsiteRedirectLocation'},
  },
  object: {
    idScope: 'partition',
    severity: {ObjectLockLegalHoldStatus: 'high', ObjectLockMode: 'high', ServerSideEncryption: 'high'},
  },
} as const satisfies Omit<TerraformType, 'type'>

/** The provider takes the ARN of an access point, too; a bucket is named by what follows `:::`. */
function bucketName(bucket: string): string {
  return bucket.replace(/^arn:[^:]*:s3:::/, '')
}
