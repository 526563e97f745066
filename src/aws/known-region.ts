import {partition} from '@aws-sdk/core/client'

/** Whether the SDK has heard of a region, in any partition or in one; of those that are newer than it, it has not. */
export function isKnownRegion(name: string, of?: string): boolean {
  const {name: where, ...facts} = partition(name)
  // Of a name that it has never heard, the SDK makes up a partition, but no description.
  return 'description' in facts && !name.endsWith('-global') && (of === undefined || where === of)
}
