import {isArray, type Json, type Value, type ValueRecord} from '../model/value.ts'
import {blocksOf, declared} from './blocks.ts'
import type {ProjectedProperty, TerraformType} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'
import {accessControlPolicy} from './s3-bucket-access.ts'
import {onBucket} from './s3-bucket-part.ts'
import {corsRule} from './s3-cors-rule.ts'
import {encryptionRule} from './s3-encryption-rule.ts'
import {enabled, legacyReplication} from './s3-legacy-replication.ts'
import {legacyWebsite} from './s3-legacy-website.ts'
import {legacyLifecycleRule, lifecycleElement, lifecycleRules} from './s3-lifecycle-rules.ts'

/**
 * A bucket. Up to version 3 of the provider its arguments declare every setting; since version 4 each setting has a resource of its
 * own, and the arguments are read back all the same; they count only where no such resource is
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade).
 */
export const entry = {
  type: 'aws_s3_bucket',
  confidence: 'curated',
  objectType: 'AWS::S3::Bucket',
  role: 'object',
  identity: [['bucket'], ['id']],
  attributes: {
    acceleration_status: {to: 'AccelerateConfiguration.AccelerationStatus', default: 'Suspended'},
    acl: {custom: 'AccessControlPolicy, where no grants are recorded'},
    bucket: {to: 'BucketName'},
    cors_rule: corsRule,
    grant: {custom: 'AccessControlPolicy'},
    lifecycle_rule: {custom: 'elements of LifecycleConfiguration.Rules'},
    logging: {
      to: 'LoggingConfiguration',
      block: 'single',
      of: {target_bucket: {to: 'DestinationBucketName'}, target_prefix: {to: 'LogFilePrefix'}},
    },
    object_lock_configuration: {
      to: 'ObjectLockConfiguration',
      block: 'single',
      // Where locking is on without a default rule, older providers record no block.
      computed: true,
      of: {
        object_lock_enabled: {to: 'ObjectLockEnabled'},
        rule: {
          to: 'Rule',
          block: 'single',
          of: {
            default_retention: {
              to: 'DefaultRetention',
              block: 'single',
              of: {days: {to: 'Days', default: 0}, mode: {to: 'Mode'}, years: {to: 'Years', default: 0}},
            },
          },
        },
      },
    },
    object_lock_enabled: {to: 'ObjectLockEnabled', computed: true},
    policy: {custom: 'BucketPolicy.PolicyDocument'},
    replication_configuration: legacyReplication,
    request_payer: {to: 'RequestPaymentConfiguration.Payer', default: 'BucketOwner'},
    server_side_encryption_configuration: {to: '', block: 'single', of: {rule: encryptionRule}, computed: true},
    versioning: {
      to: 'VersioningConfiguration',
      block: 'single',
      of: {
        // Off and suspended are one for the provider.
        enabled: {to: 'Status', value: versioningStatus, default: 'Suspended'},
        mfa_delete: {to: 'MFADelete', value: enabled, default: 'Disabled'},
      },
    },
    website: legacyWebsite,
    bucket_prefix: {skip: 'alias', because: 'The full name that it led to is in `bucket`.'},
    force_destroy: {skip: 'terraform-only', because: 'Only says how the provider deletes the bucket (resource docs).'},
    hosted_zone_id: {skip: 'computed', because: 'The Route 53 zone of the region.'},
    bucket_domain_name: {skip: 'computed', because: 'Follows from the name.'},
    bucket_region: {skip: 'computed', because: 'Where the bucket lives.'},
    bucket_regional_domain_name: {skip: 'computed', because: 'Follows from name and region.'},
    website_domain: {skip: 'computed', because: 'The endpoint that S3 gives the website.'},
    website_endpoint: {skip: 'computed', because: 'The endpoint that S3 gives the website.'},
  },
  project({attributes}, own) {
    const rules = attributes['lifecycle_rule']
    return onBucket(own, {
      elements: blocksOf(rules).map((rule) => lifecycleElement(legacyLifecycleRule(rule), 'lifecycle_rule')),
      exclusive: isArray(rules) ? [lifecycleRules] : [],
      properties: [...access(attributes), ...policy(attributes)],
      echoes: [lifecycleRules],
    })
  },
  object: {
    idScope: 'partition',
    arnTemplate: 'arn:{partition}:s3:::{id}',
    children: [
      'AnalyticsConfigurations',
      'IntelligentTieringConfigurations',
      'InventoryConfigurations',
      'MetricsConfigurations',
      'NotificationConfiguration.LambdaConfigurations',
      'NotificationConfiguration.QueueConfigurations',
      'NotificationConfiguration.TopicConfigurations',
    ],
    severity: {
      AccessControlPolicy: 'high',
      BucketEncryption: 'high',
      BucketPolicy: 'high',
      ObjectLockConfiguration: 'high',
      PublicAccessBlockConfiguration: 'high',
    },
  },
} satisfies TerraformType

/** Recorded grants were read from S3; a canned list is what the configuration once said, `private` where it said nothing. */
function access({acl, grant}: ValueRecord): readonly ProjectedProperty[] {
  const Grants = blocksOf(grant).flatMap(grants)
  if (Grants.length > 0) return [accessControlPolicy({Grants}, 'grant')]
  return typeof acl === 'string' && acl !== '' ? [accessControlPolicy(acl, 'acl')] : []
}

function grants({id, uri, permissions}: ValueRecord): readonly Value[] {
  const Grantee = declared({ID: id, URI: uri})
  return isArray(permissions) ? permissions.map((Permission) => ({Grantee, Permission})) : []
}

/** Null: an older provider, which reads the policy only where it is an argument. Empty: there was none. */
function policy(attributes: ValueRecord): readonly ProjectedProperty[] {
  const text = attributes['policy']
  if (text === undefined || text === null) return []
  const value = typeof text === 'string' && text !== '' ? parseDocument(text) : text
  return [{path: 'BucketPolicy.PolicyDocument', value, attribute: 'policy', as: 'iamPolicy'}]
}

function versioningStatus(on: Json): Json {
  return on === true || on === 'true' ? 'Enabled' : 'Suspended'
}
