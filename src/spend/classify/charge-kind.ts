/** What decides how a charge is classified: the distinct combinations of a bill are few, whatever its size. Field names are model columns. */
export interface ChargeKind {
  readonly provider: string
  readonly entity: string
  readonly line_type: string
  readonly product: string
  readonly product_name: string
  readonly usage_type: string
  readonly operation: string
  readonly instance_type: string
  readonly unit: string
  /** Splits the cost of another line among containers. */
  readonly child: boolean
  /** Starts within the years in which there was an AWS to charge for. */
  readonly dated: boolean
}

/**
 * Where money of a bill goes; each line is in one bucket. All but the last are part of the total: the containers' shares repeat what
 * their instances' lines charge.
 */
export const bucketNames = [
  'accelerators',
  'idle-reservations',
  'unknown-accelerators',
  'fpga-and-media',
  'unused-commitment',
  'commitment-fees',
  'marketplace',
  'support',
  'tax',
  'credits',
  'refunds',
  'discounts',
  'adjustments',
  'other-fees',
  'other-usage',
  'other-line-types',
  'other-providers',
  'absurd-dates',
] as const

export type BucketName = (typeof bucketNames)[number] | 'split-cost-children'

/** Buckets whose lines can carry tags and are for accelerators; idle reservations carry tags of their own. */
export const acceleratorBuckets: ReadonlySet<string> = new Set([
  'accelerators',
  'idle-reservations',
  'unknown-accelerators',
])

/** What nobody uses, and so nobody can be told to have caused. */
const notUsage: ReadonlySet<string> = new Set<BucketName>([
  'unused-commitment',
  'commitment-fees',
  'support',
  'tax',
  'credits',
  'refunds',
  'discounts',
  'adjustments',
  'other-fees',
  'other-line-types',
  'other-providers',
  'absurd-dates',
])

export function isUsageBucket(bucket: string): boolean {
  return !notUsage.has(bucket)
}

/** A type of line for usage of any kind: Cost Explorer cannot say whether a reservation, a savings plan or nothing covers it. */
export const anyUsage = 'AnyUsage'
