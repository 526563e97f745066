import {parseDocument} from '../../catalog/normalizers/json-text.ts'
import type {Json} from '../../model/value.ts'
import {filled, listed, recordAt, recordsAt, said, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'
import {accessControlPolicy} from './s3-bucket-acl.ts'
import {lifecycleRules} from './s3-bucket-lifecycle.ts'
import {notifications} from './s3-bucket-notification.ts'
import {replication} from './s3-bucket-replication.ts'
import {website} from './s3-bucket-website.ts'

/**
 * A bucket as AWS Config keeps it: the bucket of the first AWS SDK for Java, each setting in a supplementary document
 * (https://github.com/awslabs/aws-config-resource-schema, AWS::S3::Bucket). Inventory, metrics, analytics, intelligent tiering,
 * ownership controls and EventBridge delivery are in none of them.
 */
export const s3Bucket: Projector = {
  objectType: 'AWS::S3::Bucket',
  sees: [
    'AccelerateConfiguration',
    'AccessControlPolicy',
    'BucketEncryption.ServerSideEncryptionConfiguration.BucketKeyEnabled',
    'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault',
    'BucketName',
    'BucketPolicy',
    'CorsConfiguration',
    'LifecycleConfiguration.Rules',
    'LoggingConfiguration.DestinationBucketName',
    'LoggingConfiguration.LogFilePrefix',
    'NotificationConfiguration.LambdaConfigurations',
    'NotificationConfiguration.QueueConfigurations',
    'NotificationConfiguration.TopicConfigurations',
    'ObjectLockConfiguration',
    'ObjectLockEnabled',
    'PublicAccessBlockConfiguration',
    'ReplicationConfiguration',
    'RequestPaymentConfiguration',
    'VersioningConfiguration',
    'WebsiteConfiguration',
  ],
  project({resourceId, arn, configuration, supplementary}) {
    const name = textAt(configuration, 'name') ?? resourceId
    const createdAt = textAt(configuration, 'creationDate')
    const unseen = Object.keys(alwaysKept).filter((path) => supplementary[alwaysKept[path] ?? ''] === undefined)
    return {
      id: name,
      name,
      properties: filled({BucketName: name, ...settings(supplementary)}),
      ...(arn === undefined ? {} : {arn}),
      ...(createdAt === undefined ? {} : {createdAt}),
      ...(unseen.length === 0 ? {} : {unseen}),
    }
  },
}

/** Documents that Config keeps of every bucket, even where nothing is set: without one, the item says nothing of the property. */
const alwaysKept: Readonly<Record<string, string>> = {
  AccelerateConfiguration: 'BucketAccelerateConfiguration',
  AccessControlPolicy: 'AccessControlList',
  // Since January 2023 every bucket has one.
  BucketEncryption: 'ServerSideEncryptionConfiguration',
  BucketPolicy: 'BucketPolicy',
  LoggingConfiguration: 'BucketLoggingConfiguration',
  NotificationConfiguration: 'BucketNotificationConfiguration',
  RequestPaymentConfiguration: 'IsRequesterPaysEnabled',
  VersioningConfiguration: 'BucketVersioningConfiguration',
}

function settings(documents: JsonRecord): Readonly<Record<string, Json | undefined>> {
  const lock = recordAt(documents, 'ObjectLockConfiguration')
  return {
    AccelerateConfiguration: said({AccelerationStatus: recordAt(documents, 'BucketAccelerateConfiguration')['status']}),
    AccessControlPolicy: accessControlPolicy(recordAt(documents, 'AccessControlList')),
    BucketEncryption: encryption(recordAt(documents, 'ServerSideEncryptionConfiguration')),
    BucketPolicy: policy(recordAt(documents, 'BucketPolicy')),
    CorsConfiguration: cors(recordAt(documents, 'BucketCrossOriginConfiguration')),
    LifecycleConfiguration: lifecycleRules(recordAt(documents, 'BucketLifecycleConfiguration')),
    LoggingConfiguration: logging(recordAt(documents, 'BucketLoggingConfiguration')),
    NotificationConfiguration: notifications(recordAt(documents, 'BucketNotificationConfiguration')),
    ObjectLockConfiguration: objectLock(lock),
    ObjectLockEnabled: lock['objectLockEnabled'] === 'Enabled',
    PublicAccessBlockConfiguration: publicAccessBlock(recordAt(documents, 'PublicAccessBlockConfiguration')),
    ReplicationConfiguration: replication(recordAt(documents, 'BucketReplicationConfiguration')),
    RequestPaymentConfiguration: requestPayment(documents['IsRequesterPaysEnabled']),
    VersioningConfiguration: versioning(recordAt(documents, 'BucketVersioningConfiguration')),
    WebsiteConfiguration: website(recordAt(documents, 'BucketWebsiteConfiguration')),
  }
}

function encryption(document: JsonRecord): JsonRecord {
  const rules = recordsAt(document, 'rules').map((rule) => {
    const {sseAlgorithm, kmsMasterKeyID} = recordAt(rule, 'applyServerSideEncryptionByDefault')
    return said({
      BucketKeyEnabled: rule['bucketKeyEnabled'],
      ServerSideEncryptionByDefault: said({KMSMasterKeyID: kmsMasterKeyID, SSEAlgorithm: sseAlgorithm}),
    })
  })
  return said({ServerSideEncryptionConfiguration: listed(rules)})
}

function policy(document: JsonRecord): JsonRecord {
  const text = textAt(document, 'policyText')
  return text === undefined ? {} : {PolicyDocument: parseDocument(text)}
}

function cors(document: JsonRecord): JsonRecord {
  const rules = recordsAt(document, 'rules').map((rule) =>
    said({
      AllowedHeaders: rule['allowedHeaders'],
      AllowedMethods: rule['allowedMethods'],
      AllowedOrigins: rule['allowedOrigins'],
      ExposedHeaders: rule['exposedHeaders'],
      Id: rule['id'],
      MaxAge: rule['maxAgeSeconds'],
    }),
  )
  return said({CorsRules: listed(rules)})
}

function logging(document: JsonRecord): JsonRecord {
  const bucket = textAt(document, 'destinationBucketName')
  return bucket === undefined ? {} : said({DestinationBucketName: bucket, LogFilePrefix: document['logFilePrefix']})
}

function objectLock(document: JsonRecord): JsonRecord {
  const {days, mode, years} = recordAt(recordAt(document, 'rule'), 'defaultRetention')
  const retention = said({Days: days, Mode: mode, Years: years})
  return filled({ObjectLockEnabled: document['objectLockEnabled'], Rule: filled({DefaultRetention: retention})})
}

function publicAccessBlock(document: JsonRecord): JsonRecord {
  return said({
    BlockPublicAcls: document['blockPublicAcls'],
    BlockPublicPolicy: document['blockPublicPolicy'],
    IgnorePublicAcls: document['ignorePublicAcls'],
    RestrictPublicBuckets: document['restrictPublicBuckets'],
  })
}

function requestPayment(enabled: Json | undefined): JsonRecord {
  if (enabled === undefined || enabled === null) return {}
  return {Payer: enabled === true || enabled === 'true' ? 'Requester' : 'BucketOwner'}
}

/** `Off` where versioning was never switched on; S3 itself answers nothing then. */
function versioning(document: JsonRecord): JsonRecord {
  const status = textAt(document, 'status')
  const mfa = document['isMfaDeleteEnabled']
  return said({
    Status: status === 'Off' ? undefined : status,
    MFADelete: typeof mfa === 'boolean' ? (mfa ? 'Enabled' : 'Disabled') : undefined,
  })
}
