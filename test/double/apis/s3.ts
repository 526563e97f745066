import type {ListBucketsRequest} from '@aws-sdk/client-s3'

import {AwsFault} from '../wire/fault.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, type Api, type Context} from './api.ts'
import {objectOf, objectsOf, tagList} from './objects.ts'

const type = 'AWS::S3::Bucket'

const listBuckets: Api<ListBucketsRequest> = ({ContinuationToken: token, MaxBuckets: size}, context) => {
  const {objects, next} = objectsOf(type, context, {token, size})
  const {region} = context
  const Buckets = objects.map(({id}) => ({Name: id, BucketRegion: region, CreationDate: new Date('2025-01-01')}))
  return {Buckets, ...(next && {ContinuationToken: next})}
}

type Properties = WorldObject['properties']

/** One setting of a bucket, of its canonical properties; undefined where it is not set. */
type Setting = (properties: Properties) => object | undefined

function setting(answer: Setting, unset?: string): Api<InBucket> {
  return ({Bucket = ''}, context) => {
    const found = answer(knownBucket(Bucket, context).properties)
    if (found) return found
    if (unset === undefined) return {}
    throw new AwsFault(unset, 'It is not set.', 404)
  }
}

interface InBucket {
  readonly Bucket?: string
}

function knownBucket(name: string, context: Context): WorldObject {
  const bucket = objectOf(type, name, context)
  if (bucket) return bucket
  throw new AwsFault('NoSuchBucket', 'The specified bucket does not exist', 404)
}

const getTagging: Api<InBucket> = ({Bucket = ''}, context) => {
  const {tags} = knownBucket(Bucket, context)
  if (Object.keys(tags).length > 0) return {TagSet: tagList(tags)}
  throw new AwsFault('NoSuchTagSet', 'The TagSet does not exist', 404)
}

/** The settings that the double's buckets have; what else there is is never set. */
const settings = {
  GetBucketAcl: setting(({AccessControlPolicy: policy}) => {
    const {Owner, Grants} = (policy ?? {}) as {
      readonly Owner?: object
      readonly Grants?: readonly {readonly Grantee: object}[]
    }
    return {
      Owner,
      Grants: Grants?.map(({Grantee, ...grant}) => ({...grant, Grantee: {Type: 'CanonicalUser', ...Grantee}})),
    }
  }),
  GetBucketPolicy: setting(({BucketPolicy: policy}) => {
    const {PolicyDocument: document} = (policy ?? {}) as {readonly PolicyDocument?: object}
    return document && {Policy: JSON.stringify(document)}
  }, 'NoSuchBucketPolicy'),
  GetBucketVersioning: setting(({VersioningConfiguration: versioning}) => versioning as object | undefined),
  GetBucketEncryption: setting(({BucketEncryption: encryption}) => {
    const {ServerSideEncryptionConfiguration: rules} = (encryption ?? {}) as {
      readonly ServerSideEncryptionConfiguration?: readonly Readonly<Record<string, unknown>>[]
    }
    const Rules = rules?.map(({ServerSideEncryptionByDefault: byDefault, ...rule}) => ({
      ...rule,
      ApplyServerSideEncryptionByDefault: byDefault,
    }))
    return Rules && {ServerSideEncryptionConfiguration: {Rules}}
  }, 'ServerSideEncryptionConfigurationNotFoundError'),
  GetBucketRequestPayment: setting(() => ({Payer: 'BucketOwner'})),
  GetPublicAccessBlock: setting(
    ({PublicAccessBlockConfiguration: block}) => (block ? {PublicAccessBlockConfiguration: block} : undefined),
    'NoSuchPublicAccessBlockConfiguration',
  ),
  GetBucketOwnershipControls: setting(
    ({OwnershipControls: controls}) => (controls ? {OwnershipControls: controls} : undefined),
    'OwnershipControlsNotFoundError',
  ),
}

/** Nothing of these, and how S3 says so. */
const nothing: Readonly<Record<string, string | undefined>> = {
  GetBucketAccelerateConfiguration: undefined,
  GetBucketCors: 'NoSuchCORSConfiguration',
  GetBucketLifecycleConfiguration: 'NoSuchLifecycleConfiguration',
  GetBucketLogging: undefined,
  GetBucketNotificationConfiguration: undefined,
  GetBucketReplication: 'ReplicationConfigurationNotFoundError',
  GetBucketWebsite: 'NoSuchWebsiteConfiguration',
  GetObjectLockConfiguration: 'ObjectLockConfigurationNotFoundError',
  ListBucketAnalyticsConfigurations: undefined,
  ListBucketIntelligentTieringConfigurations: undefined,
  ListBucketInventoryConfigurations: undefined,
  ListBucketMetricsConfigurations: undefined,
}

export const s3 = apisOf('s3', {
  GetBucketTagging: getTagging,
  ListBuckets: listBuckets,
  ...settings,
  ...Object.fromEntries(Object.entries(nothing).map(([name, unset]) => [name, setting(() => undefined, unset)])),
})
