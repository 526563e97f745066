import type {Backfill, CostAllocation} from '../../model/cost-allocation.ts'

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CostAllocationTag.html */
export interface TagAnswer {
  readonly TagKey?: string | undefined
  readonly Type?: string | undefined
  readonly Status?: string | undefined
  readonly LastUpdatedDate?: string | undefined
  readonly LastUsedDate?: string | undefined
}

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CostAllocationTagBackfillRequest.html */
export interface BackfillAnswer {
  readonly BackfillFrom?: string | undefined
  readonly RequestedAt?: string | undefined
  readonly BackfillStatus?: string | undefined
}

/** Of keys that people define: those of AWS are no matter of a policy. */
export function allocationOf(tags: readonly TagAnswer[], backfills: readonly BackfillAnswer[]): CostAllocation {
  return {
    tags: tags.flatMap(
      ({TagKey: key, Type: type, Status: status, LastUpdatedDate: changedAt, LastUsedDate: lastUsed}) => {
        if (key === undefined || type === 'AWSGenerated') return []
        return [
          {
            key,
            status: status === 'Active' ? 'active' : 'inactive',
            ...(changedAt !== undefined && {changedAt}),
            ...(lastUsed !== undefined && {lastUsed}),
          } as const,
        ]
      },
    ),
    backfills: backfills.flatMap(({BackfillFrom: from, RequestedAt: requestedAt, BackfillStatus: status}) => {
      if (from === undefined) return []
      return [{from, ...(requestedAt !== undefined && {requestedAt}), status: statuses[status ?? ''] ?? 'processing'}]
    }),
  }
}

const statuses: Readonly<Record<string, Backfill['status']>> = {
  SUCCEEDED: 'succeeded',
  PROCESSING: 'processing',
  FAILED: 'failed',
}
