import type {Coverage} from './coverage.ts'
import type {Finding, FindingCode, Severity} from './finding.ts'
import type {Gap} from './gap.ts'
import type {RunRate} from './spend.ts'

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
}

export interface ReportInputs {
  readonly states: readonly {
    readonly file: string
    readonly serial?: number
    readonly terraformVersion?: string
    readonly resources: number
  }[]
  /** Where the live side came from: a snapshot file, or AWS. */
  readonly live: {
    readonly kind: 'snapshot' | 'aws'
    readonly name: string
    readonly oldest?: string
    readonly newest?: string
    readonly objects: number
  }
  readonly policies: readonly string[]
}

export interface Summary {
  readonly total: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>
  /** No findings at all, and nothing left unlooked at. */
  readonly clean: boolean
}
