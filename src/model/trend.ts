import type {Severity, FindingCode} from './finding.ts'
import type {TagCoverageFigures, TagCoverageRow} from './tag-coverage.ts'

/** How the figures of a report came to be what they are: kept runs of the same scope. */
export interface Trend {
  /** Oldest first; the last one is the run that the report is of. */
  readonly runs: readonly RunBrief[]
  /** Earlier runs of the same scope that are not in `runs`, for there are too many. */
  readonly older?: number
  /** Kept runs that could not be read: each is a gap of the history. */
  readonly unreadable?: number
}

/** One run in figures. What a run did not look at is absent, never 0. */
export interface RunBrief {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly findings: {
    readonly total: number
    readonly bySeverity: Readonly<Record<Severity, number>>
    readonly byCode: Readonly<Partial<Record<FindingCode, number>>>
  }
  /** Of declared resources: how many there are, and how many were compared with AWS. */
  readonly resources: {readonly declared: number; readonly compared: number}
  /** Things that were not looked at. */
  readonly gaps: number
  /** Of what can be tagged and should be; absent where no policy requires a tag. */
  readonly tags?: TagCoverageFigures & {
    /** Of `monthly`, ISO 4217. */
    readonly currency?: string
    /** The same, by required key. */
    readonly byKey: readonly TagCoverageRow[]
  }
  /** What running accelerators cost a month at list prices, a row a currency; absent where it was not asked for. */
  readonly accelerators?: readonly {readonly currency: string; readonly monthly: string; readonly unowned: string}[]
  /** What drift costs a month more than what is declared would, a row a currency, signed; absent where no finding has a price. */
  readonly driftCost?: readonly MonthlyAmount[]
}

/** Exact decimal text. */
export interface MonthlyAmount {
  /** ISO 4217. */
  readonly currency: string
  readonly monthly: string
}
