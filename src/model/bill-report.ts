import type {BillInput, CostBasis, NotComputable, PaidFor} from './bill.ts'
import type {ContainerSpend} from './container-spend.ts'
import type {Gap} from './gap.ts'
import type {SourceRef} from './source.ts'
import type {Showback, SpendTotals} from './spend-totals.ts'

/** What every answer about a bill says: amounts are exact decimal text in `currency`; the buckets sum to `total`, to the last digit. */
export interface BillSpend {
  /** ISO 4217; absent where no line says. */
  readonly currency?: string
  readonly basis: CostBasis
  /** Days, ISO 8601, the end exclusive; absent where no line has a date. */
  readonly period?: {readonly start: string; readonly end: string}
  readonly total: string
  /** The same lines as invoiced, where the basis is another one. */
  readonly unblended?: string
  readonly buckets: readonly BucketSum[]
  /** One a `--by`; each sums to `total`. */
  readonly totals?: readonly SpendTotals[]
  /** Where a showback or chargeback was asked for. */
  readonly showback?: Showback
  /** Not in the total: lines that repeat, split among containers, what the lines of their instances charge. */
  readonly splitCostChildren?: {readonly amount: string; readonly lines: number}
  readonly inputs: readonly BillInput[]
  readonly skipped: readonly {
    readonly file: string
    readonly because: 'same-content' | 'superseded'
    readonly as?: string
  }[]
  /** What asking AWS for the figures cost. */
  readonly paid?: PaidFor
  readonly notes: readonly string[]
  readonly notComputable: readonly NotComputable[]
  readonly gaps: readonly Gap[]
}

export interface BucketSum {
  readonly name: string
  readonly amount: string
  readonly lines: number
}

/** `trueup spend gpu`. */
export interface GpuSpend extends BillSpend {
  /** Device hours of all rows that have some, and what one costs. */
  readonly acceleratorHours: string
  readonly models: readonly ModelSpend[]
  readonly rows: readonly GpuSpendRow[]
  /** Where it was asked for, and the bill tells. */
  readonly containers?: ContainerSpend
}

export interface ModelSpend {
  /** `gpu`, `neuron`, ...; see `catalog/accelerators/`. */
  readonly class: string
  readonly model: string
  readonly amount: string
  readonly acceleratorHours: string
  /** Of what was charged for machines, capacity blocks and hosts, no fees on top; rounded to 10 places. Absent without hours. */
  readonly pricePerAcceleratorHour?: string
}

/** Charges of one kind of machine in one account and region. The rows of a bucket sum to it, if it is one of accelerators. */
export interface GpuSpendRow {
  readonly bucket: string
  readonly account: string
  readonly region: string
  readonly product: string
  /** `machine`, `idle`, `marker`, `upfront`, `host`, `surcharge`, `managed`: see `catalog/accelerators/charge-heads.ts`. */
  readonly role: string
  readonly instanceType: string
  readonly purchase: string
  /** Absent where the catalogue does not know the machine, or the charge names none. */
  readonly class?: string
  readonly model?: string
  readonly amount: string
  readonly lines: number
  readonly machineHours?: string
  readonly acceleratorHours?: string
  readonly pricePerAcceleratorHour?: string
  /** What an upfront charge pays for, where its line says: ISO 8601. */
  readonly paysFor?: {readonly start: string; readonly end: string}
  /** `count-unverified`: the catalogue doubts how many devices there are. `negative`: credited back more than charged. */
  readonly notes?: readonly ('count-unverified' | 'negative')[]
}
/** `trueup spend untagged`. */
export interface UntaggedSpend extends BillSpend {
  readonly keys: readonly UntaggedKey[]
  readonly coverage: Coverage
  readonly rows: readonly UntaggedRow[]
}

/** How much of what can be tagged has all required keys; shares are of 1, rounded to 6 places, absent where there is nothing to share. */
export interface Coverage {
  readonly amount: string
  readonly untaggedAmount: string
  readonly taggedShareOfSpend?: string
  readonly resources: number
  readonly untaggedResources: number
  readonly taggedShareOfResources?: string
}

/** What lacks one required key, and why. A resource may lack several: keys do not sum to anything. */
export interface UntaggedKey {
  readonly key: string
  readonly amount: string
  readonly resources: number
  readonly causes: readonly {readonly cause: UntaggedCause; readonly amount: string; readonly resources: number}[]
}

/**
 * Why a line lacks a key. `key-not-in-bill`: no line of the bill has it, so it is not activated for cost allocation (or nothing has it);
 * `key-not-activated`: it is not, as the account that pays says; `activated-later`: it was only after the line, a backfill reaches it;
 * `tagged-now`: the resource has it today, the bill not yet; `tagged-later`, `tag-removed`: other lines of the resource have it, later or
 * earlier ones; `variant-key`: under another spelling; `empty-value`; `forbidden-value`: `n/a`, `todo` and the like; `no-resource`: the
 * line names none that could be tagged; `not-applied`: the code sets it, the resource does not have it; `never-tagged`: none of these; `not-told`: the source tells
 * that the key is missing, and nothing more.
 */
export const untaggedCauses = [
  'key-not-in-bill',
  'key-not-activated',
  'activated-later',
  'tagged-now',
  'not-applied',
  'tagged-later',
  'tag-removed',
  'variant-key',
  'empty-value',
  'forbidden-value',
  'no-resource',
  'never-tagged',
  'not-told',
] as const
export type UntaggedCause = (typeof untaggedCauses)[number]

/** One resource that lacks required keys on some of its lines. `amount` is of those lines only. */
export interface UntaggedRow {
  readonly resource?: string
  readonly account: string
  readonly region: string
  readonly product: string
  readonly instanceType: string
  readonly class?: string
  readonly model?: string
  readonly amount: string
  readonly lines: number
  readonly acceleratorHours?: string
  /** First and last day on which a line lacks a key. */
  readonly firstSeen?: string
  readonly lastSeen?: string
  /** Reserved capacity that was paid for and not used. */
  readonly idle?: true
  readonly missing: readonly {
    readonly key: string
    readonly cause: UntaggedCause
    /** The key that is there instead, or the value that does not count. */
    readonly found?: string
  }[]
  readonly address?: string
  readonly source?: SourceRef
  /** By a tag or the declaration, where one says. */
  readonly team?: string
  /** What made the resource, as its tags tell: `Auto Scaling group train-a100`. */
  readonly owner?: {
    readonly kind: string
    readonly name: string
    readonly address?: string
    readonly source?: SourceRef
  }
}
