import type {BillInput, CostBasis, NotComputable} from './bill.ts'
import type {Gap} from './gap.ts'

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
  /** Not in the total: lines that repeat, split among containers, what the lines of their instances charge. */
  readonly splitCostChildren?: {readonly amount: string; readonly lines: number}
  readonly inputs: readonly BillInput[]
  readonly skipped: readonly {
    readonly file: string
    readonly because: 'same-content' | 'superseded'
    readonly as?: string
  }[]
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
