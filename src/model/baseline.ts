import type {Severity} from './finding.ts'

/** One finding that was accepted: enough words for a reviewer, and no value, since those change and may be large. */
export interface AcceptedFinding {
  readonly fingerprint: string
  /** Codes of later versions are kept as they are. */
  readonly code: string
  /** One that got worse since is new. */
  readonly severity: Severity
  /** The resource that it is about, where one is declared. */
  readonly address?: string
  /** Else the object: its ARN, or type and id. */
  readonly object?: string
  /** The attribute, the tag key or the property, where the finding is about one. */
  readonly property?: string
  readonly type?: string
  readonly objectType?: string
  readonly account?: string
  readonly region?: string
  /** The day on which it was accepted: `2026-11-22`. */
  readonly since?: string
  readonly by?: string
  readonly reason?: string
  /** The last day on which it counts. */
  readonly until?: string
}

/** What a team has accepted for now: it fails no build. Sorted by what they are about, code and property, so that a change is a line. */
export interface Baseline {
  /** States that were read when it was made, as they were named: what is declared in others is not looked for. */
  readonly states: readonly string[]
  readonly findings: readonly AcceptedFinding[]
}
