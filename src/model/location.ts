/** Where an object lives. `region` is `global` for objects of global services (IAM, Route 53, CloudFront). */
export interface Location {
  readonly partition: string
  /** Twelve digits. */
  readonly account: string
  readonly region: string
}

/** What is known of a location so far: what stays unknown is a gap, never a guess. */
export type PartialLocation = Partial<Location>

export const globalRegion = 'global'

/** The partition that a region belongs to, by its published prefix (https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html). */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  if (region.startsWith('us-iso-')) return 'aws-iso'
  if (region.startsWith('us-isob-')) return 'aws-iso-b'
  if (region.startsWith('eusc-')) return 'aws-eusc'
  return 'aws'
}
