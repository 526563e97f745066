import type {ValueRecord} from '../model/value.ts'
import {blockOf, declared, tagFilters} from './blocks.ts'
import type {OwnTarget, Projection} from './entry.ts'
import {onBucket} from './s3-bucket-part.ts'

/** One of the named configurations of a bucket (inventory, metrics, analytics, tiering): an element of their list, told by its id. */
export function configuration(
  own: OwnTarget,
  path: string,
  element: ValueRecord,
  attribute: string,
): readonly Projection[] {
  return onBucket(own, {
    elements: [{path, element, attribute, as: 'unordered', key: ['Id']}],
    wholeResource: true,
  })
}

/** A `filter` block; in CloudFormation its members stand beside the others. */
export function filterMembers({filter}: ValueRecord): ValueRecord {
  const {prefix, tags, access_point: accessPoint} = blockOf(filter)
  return declared({Prefix: prefix, TagFilters: tagFilters(tags), AccessPointArn: accessPoint})
}
