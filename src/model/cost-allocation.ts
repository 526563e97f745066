/** Which tag keys the bill of an organisation, or of an account without one, is split by. */
export interface CostAllocation {
  readonly tags: readonly CostAllocationTag[]
  readonly backfills: readonly Backfill[]
}

/** A key that was on some resource, since billing has no other. */
export interface CostAllocationTag {
  readonly key: string
  readonly status: 'active' | 'inactive'
  /** When it was last activated or deactivated; ISO 8601. */
  readonly changedAt?: string
  /** The last month in which a charge had it; ISO 8601. */
  readonly lastUsed?: string
}

/** A request to put activated keys on charges of earlier months. */
export interface Backfill {
  /** The first day of the first month; ISO 8601. */
  readonly from: string
  readonly requestedAt?: string
  readonly status: 'succeeded' | 'processing' | 'failed'
}

/** What can be said of a key that a policy asks for. */
export type BilledStanding =
  /** Charges carry it. */
  | 'billed'
  /** Not activated: no charge carries it, whatever resources do. */
  | 'inactive'
  /** Billing has never met it: on no resource, or for less than a day. */
  | 'not-seen'
  /** Activated within the year that can be filled in later: charges before that day lack it. */
  | 'late'
