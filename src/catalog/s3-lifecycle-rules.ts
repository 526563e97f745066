import type {Value, ValueRecord} from '../model/value.ts'
import {blockOf, blocksOf, declared, tagFilters} from './blocks.ts'
import type {ProjectedElement} from './entry.ts'

/** Lifecycle rules of a bucket, in CloudFormation's form: the members of the filter stand beside those of the rule. */
export const lifecycleRules = 'LifecycleConfiguration.Rules'

export function lifecycleElement(rule: ValueRecord, attribute: string): ProjectedElement {
  return {path: lifecycleRules, element: rule, attribute, as: 'unordered', key: ['Id']}
}

/** A `rule` block of aws_s3_bucket_lifecycle_configuration. */
export function lifecycleRule(rule: ValueRecord): ValueRecord {
  const expiration = blockOf(rule['expiration'])
  return declared({
    Id: rule['id'],
    Status: rule['status'],
    ...filter(rule),
    ...expirationOf(expiration),
    AbortIncompleteMultipartUpload: declared({
      DaysAfterInitiation: blockOf(rule['abort_incomplete_multipart_upload'])['days_after_initiation'],
    }),
    NoncurrentVersionExpiration: noncurrent(blockOf(rule['noncurrent_version_expiration']), 'NoncurrentDays'),
    NoncurrentVersionTransitions: blocksOf(rule['noncurrent_version_transition']).map((transition) => ({
      ...noncurrent(transition, 'TransitionInDays'),
      ...declared({StorageClass: transition['storage_class']}),
    })),
    Transitions: blocksOf(rule['transition']).map(transitionOf),
  })
}

/** A `lifecycle_rule` block of aws_s3_bucket. */
export function legacyLifecycleRule(rule: ValueRecord): ValueRecord {
  return declared({
    Id: rule['id'],
    Status: isOn(rule['enabled']) ? 'Enabled' : 'Disabled',
    Prefix: rule['prefix'],
    TagFilters: tagFilters(rule['tags']),
    ...expirationOf(blockOf(rule['expiration'])),
    AbortIncompleteMultipartUpload: declared({DaysAfterInitiation: rule['abort_incomplete_multipart_upload_days']}),
    NoncurrentVersionExpiration: declared({NoncurrentDays: blockOf(rule['noncurrent_version_expiration'])['days']}),
    NoncurrentVersionTransitions: blocksOf(rule['noncurrent_version_transition']).map((transition) =>
      declared({TransitionInDays: transition['days'], StorageClass: transition['storage_class']}),
    ),
    Transitions: blocksOf(rule['transition']).map(transitionOf),
  })
}

/** One criterion stands alone in the filter, several are in `and`; before filters there was a prefix in the rule itself. */
function filter(rule: ValueRecord): ValueRecord {
  const outer = blockOf(rule['filter'])
  const and = blockOf(outer['and'])
  const tags = blocksOf(outer['tag']).map(({key, value}) => ({Key: key ?? null, Value: value ?? null}))
  return {
    ...declared({Prefix: rule['prefix']}),
    ...criteria(outer),
    ...criteria(and),
    ...declared({TagFilters: [...tags, ...tagFilters(and['tags'])]}),
  }
}

function criteria(block: ValueRecord): ValueRecord {
  return declared({
    Prefix: block['prefix'],
    ObjectSizeGreaterThan: text(block['object_size_greater_than']),
    ObjectSizeLessThan: text(block['object_size_less_than']),
  })
}

function expirationOf(expiration: ValueRecord): ValueRecord {
  return declared({
    ExpirationDate: expiration['date'],
    ExpirationInDays: expiration['days'],
    ExpiredObjectDeleteMarker: expiration['expired_object_delete_marker'],
  })
}

function noncurrent(block: ValueRecord, days: string): ValueRecord {
  return declared({[days]: block['noncurrent_days'], NewerNoncurrentVersions: block['newer_noncurrent_versions']})
}

function transitionOf(transition: ValueRecord): ValueRecord {
  return declared({
    TransitionDate: transition['date'],
    TransitionInDays: transition['days'],
    StorageClass: transition['storage_class'],
  })
}

/** Sizes are text in CloudFormation. */
function text(value: Value | undefined): Value | undefined {
  return typeof value === 'number' ? String(value) : value
}

function isOn(value: Value | undefined): boolean {
  return value === true || value === 'true'
}
