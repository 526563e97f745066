import type {Coverage} from './coverage.ts'
import type {DriftCost} from './drift-cost.ts'
import type {Finding, FindingCode, Severity} from './finding.ts'
import type {Gap} from './gap.ts'
import type {ReaderName} from './live.ts'
import type {BaselineFigures, Filtered, Ignored} from './selected.ts'
import type {CrossCheck, PlanInput} from './plan.ts'
import type {RunRate} from './spend.ts'
import type {TagCoverage} from './tag-coverage.ts'
import type {Trend} from './trend.ts'

/** What a scan ends in. Reporters turn it into text; `report/json.ts` into the published JSON. Findings are in their total order. */
export interface Report {
  readonly tool: {readonly name: 'trueup'; readonly version: string}
  /** ISO 8601, UTC, from the injected clock. */
  readonly generatedAt: string
  readonly inputs: ReportInputs
  readonly findings: readonly Finding[]
  readonly summary: Summary
  readonly coverage: Coverage
  readonly gaps: readonly Gap[]
  /** Absent where spend was not asked for. */
  readonly spend?: RunRate
  /** What the check of tags was about; absent where only that is not what was asked. */
  readonly tags?: TagFigures
  /** How much of what can be tagged has the tags that policies require; absent where none requires any. */
  readonly tagCoverage?: TagCoverageShare
  /** What people said not to tell; absent where nobody did. */
  readonly ignored?: Ignored
  /** Absent where there is none. */
  readonly baseline?: BaselineFigures
  /** Absent where nothing was filtered. */
  readonly filtered?: Filtered
  /** Absent where runs are not kept. */
  readonly trend?: Trend
}

/** What a scan tells of the coverage by tags; `tags coverage` tells the same, and what it is about. */
export type TagCoverageShare = Pick<TagCoverage, 'keys' | 'total' | 'by' | 'teamKey' | 'notTaggable' | 'spend'>

/** What a check of tags looked at, for those who want to trust a short list of findings. */
export interface TagFigures {
  /** Objects and resources that at least one rule is about. */
  readonly checked: number
  /** Of these, without any violation, and with nothing that is not known. */
  readonly compliant: number
  /** Of these, with at least one rule of which nothing can be said. */
  readonly unknown: number
  /** Of types that AWS cannot tag, or kept by AWS itself. */
  readonly notTaggable: number
  /** Violations accepted by exemptions. */
  readonly exempted: number
  /** Ids of rules that no object is in the scope of. */
  readonly unusedRules: readonly string[]
}

/** What one reader contributed to the live side. */
export interface ReaderShare {
  readonly reader: ReaderName
  /** Objects; of the Tagging API, which gives none, the ARNs whose tags it told. */
  readonly objects: number
  /** Types that it read to the end in some place. */
  readonly types: number
  /** When AWS looked at the oldest and the newest of its objects, ISO 8601. */
  readonly oldest?: string
  readonly newest?: string
  /** Why it was this one's turn, the commonest reason first, each with the number of types and places. */
  readonly reasons: readonly {readonly because: string; readonly count: number; readonly examples: readonly string[]}[]
}

export interface ReportInputs {
  readonly states: readonly {
    readonly file: string
    readonly serial?: number
    readonly terraformVersion?: string
    readonly resources: number
  }[]
  /** The folder of the code, where it was given. */
  readonly configuration?: string
  /** Plans that stand for states and code; their files are among `states`, too. */
  readonly plans?: readonly PlanInput[]
  /** With plans: drift of their resources by who saw it, Terraform's refresh or trueup. */
  readonly crossCheck?: CrossCheck
  /** Where the live side came from: a snapshot file, or AWS; `none` where nobody looked at it. */
  readonly live: {
    readonly kind: 'snapshot' | 'aws' | 'none'
    readonly name: string
    readonly oldest?: string
    readonly newest?: string
    readonly objects: number
    /** Who answered, in the order of how much each did. */
    readonly readers?: readonly ReaderShare[]
    /** Objects that differed in recordings which may have been old, and what a fresh read of each showed. */
    readonly confirmation?: {
      readonly suspected: number
      readonly reread: number
      readonly confirmed: number
      /** No longer, or never, as recorded. */
      readonly dismissed: number
    }
    /** What was taken from earlier runs instead of asked anew, and what was to be taken or kept and could not. */
    readonly kept?: KeptAnswers
  }
  readonly policies: readonly string[]
  /** Patterns of types and addresses; absent where the scan was of everything. */
  readonly selection?: {readonly only: readonly string[]; readonly skip: readonly string[]}
}

/** Answers of AWS that an earlier run got, or that a later one was to get. */
export interface KeptAnswers {
  /** Readings of a place (its objects, its tags) of which some or all was there already. */
  readonly parts: number
  /** When the run began that got the oldest of them, ISO 8601. */
  readonly oldest?: string
  /** Whether an interrupted run was taken up. */
  readonly resumed: boolean
  /** Readings whose file was torn or damaged: read anew. */
  readonly damaged: number
  /** An interrupted run was to be gone on with, and none had left an answer to what was asked. */
  readonly nothingToResume?: true
  /** What of the answers that were to be kept, or taken up, could not be, and why: a sentence without its full stop. */
  readonly refused?: string
}

export interface Summary {
  readonly total: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>
  /** No findings at all, and nothing left unlooked at. */
  readonly clean: boolean
  /** What the findings cost a month; absent where none says anything of cost. */
  readonly cost?: DriftCost
}
