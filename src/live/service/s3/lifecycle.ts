import {GetBucketLifecycleConfigurationCommand, type LifecycleRule, type LifecycleRuleFilter} from '@aws-sdk/client-s3'

import type {Json} from '../../../model/value.ts'
import {setting, settled} from './setting.ts'

export const lifecyclePart = setting({
  shows: ['LifecycleConfiguration'],
  unset: ['NoSuchLifecycleConfiguration'],
  ask: (client, Bucket) => client.send(new GetBucketLifecycleConfigurationCommand({Bucket})),
  properties: ({Rules, TransitionDefaultMinimumObjectSize}) => ({
    LifecycleConfiguration: settled({Rules: Rules?.map(ruleOf), TransitionDefaultMinimumObjectSize}),
  }),
})

/** In CloudFormation the members of the filter and of the expiration stand beside those of the rule. */
function ruleOf(rule: LifecycleRule): Json | undefined {
  const {Date, Days, ExpiredObjectDeleteMarker} = rule.Expiration ?? {}
  const expired = rule.NoncurrentVersionExpiration
  return settled({
    Id: rule.ID,
    Status: rule.Status,
    Prefix: rule.Prefix,
    ...criteria(rule.Filter),
    AbortIncompleteMultipartUpload: settled({
      DaysAfterInitiation: set(rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation),
    }),
    ExpirationDate: Date,
    ExpirationInDays: set(Days),
    ExpiredObjectDeleteMarker: ExpiredObjectDeleteMarker === true ? true : undefined,
    NoncurrentVersionExpiration: settled({
      NoncurrentDays: set(expired?.NoncurrentDays),
      NewerNoncurrentVersions: set(expired?.NewerNoncurrentVersions),
    }),
    NoncurrentVersionTransitions: rule.NoncurrentVersionTransitions?.map((item) =>
      settled({
        StorageClass: item.StorageClass,
        TransitionInDays: set(item.NoncurrentDays),
        NewerNoncurrentVersions: set(item.NewerNoncurrentVersions),
      }),
    ),
    Transitions: rule.Transitions?.map((item) =>
      settled({
        StorageClass: item.StorageClass,
        TransitionDate: item.Date,
        TransitionInDays: set(item.Days),
      }),
    ),
  })
}

function criteria({Prefix, Tag, And, ...sizes}: LifecycleRuleFilter = {}): object {
  const {ObjectSizeGreaterThan: greater, ObjectSizeLessThan: less} = {...sizes, ...And}
  return {
    ...(Prefix || And?.Prefix ? {Prefix: And?.Prefix ?? Prefix} : {}),
    ObjectSizeGreaterThan: text(greater),
    ObjectSizeLessThan: text(less),
    TagFilters: Tag ? [Tag] : And?.Tags,
  }
}

/** Sizes are text in CloudFormation. */
function text(size: number | undefined): string | undefined {
  return size === undefined || size === 0 ? undefined : String(size)
}

/** The canonical form knows no 0, which is how providers write a number that is not set. */
function set(number: number | undefined): number | undefined {
  return number === 0 ? undefined : number
}
