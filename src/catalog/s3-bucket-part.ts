import type {OwnTarget, Projection, TerraformType} from './entry.ts'

/** What all parts of a bucket have in common: since version 4 of the provider each setting is a resource of its own. */
export const bucketPart = {
  confidence: 'curated',
  objectType: 'AWS::S3::Bucket',
  role: 'part',
  identity: [['bucket']],
  arnAttribute: null,
  tags: 'none',
} as const satisfies Partial<TerraformType>

export const bucketPartAttributes = {
  bucket: {skip: 'identity', because: 'Names the bucket that is looked at.'},
  expected_bucket_owner: {
    skip: 'terraform-only',
    because: 'Guards the requests of the provider (header x-amz-expected-bucket-owner).',
  },
} as const satisfies TerraformType['attributes']

/** A share of the bucket; nothing where the bucket is not known. */
export function onBucket(
  {id, location}: OwnTarget,
  share: Omit<Projection, 'objectType' | 'id' | 'location'>,
): readonly Projection[] {
  return id === undefined ? [] : [{objectType: 'AWS::S3::Bucket', id, location, ...share}]
}
