import type {Confidence, FindingCode, Severity, Standing} from './finding.ts'
import type {Kind} from './kind.ts'

/**
 * One condition on which a run fails: `--fail-on drift:high`. All that it says has to hold of a finding; what it does not say holds of any,
 * but for this: possible findings (`derived`), what is for information only, and what a baseline accepted count where they are named alone.
 */
export interface FailCondition {
  /** As somebody wrote it. */
  readonly text: string
  /** This severity, or a worse one. */
  readonly least?: Severity
  readonly about?: Kind | FindingCode
  readonly confidence?: Confidence
  readonly standing?: Standing
  /** What the findings together cost a month more; exact decimal. */
  readonly cost?: {readonly operator: '>' | '>='; readonly amount: string}
}

/** A condition that came true. */
export interface Failure {
  readonly condition: FailCondition
  readonly findings: number
  /** Of a condition about cost: what the findings cost a month more. */
  readonly cost?: {readonly monthly: string; readonly currency: string}
}
