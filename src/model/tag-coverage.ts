import type {Gap} from './gap.ts'
import type {ReportInputs} from './report.ts'

/** How much of what can be tagged has the tags that policies require: by count, and by what it costs. */
export interface TagCoverage {
  readonly inputs: ReportInputs
  /** Keys that policies require, sorted. */
  readonly keys: readonly string[]
  readonly total: TagCoverageFigures
  readonly by: Readonly<Record<TagCoverageDimension, readonly TagCoverageRow[]>>
  /** The key that says whose an object is; absent where no policy marks one. */
  readonly teamKey?: string
  /** Of types that AWS cannot tag, or kept by AWS itself: in no figure. */
  readonly notTaggable: number
  /** Objects that lack nothing but what the baseline knows: in no figure. */
  readonly inBaseline: number
  /** What amounts are, where there are any. */
  readonly spend?: {readonly currency: string; readonly basis: string}
  readonly gaps: readonly Gap[]
}

export const tagCoverageDimensions = ['key', 'type', 'account', 'region', 'team'] as const
export type TagCoverageDimension = (typeof tagCoverageDimensions)[number]

export interface TagCoverageRow extends TagCoverageFigures {
  readonly name: string
}

/** Objects are covered, lacking, exempted or not knowable: one of these each. */
export interface TagCoverageFigures {
  readonly objects: number
  readonly covered: number
  readonly lacking: number
  /** Lacking, which a policy accepts for a time. */
  readonly exempted: number
  readonly unknown: number
  /** Decimal text, a month, of those objects that have a price. */
  readonly monthly?: {
    readonly total: string
    readonly covered: string
    readonly lacking: string
    readonly exempted: string
    readonly unknown: string
  }
}
