import type {GapReason} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import type {FailCondition, Failure} from '../model/verdict.ts'
import {failuresOf} from '../select/gate/judge.ts'

export interface Gate {
  /** Any of them fails the run. */
  readonly failOn: readonly FailCondition[]
  readonly strict: boolean
}

/** How a run ends, and why. */
export interface Verdict {
  readonly outcome: 'clean' | 'findings' | 'unfinished'
  readonly failures: readonly Failure[]
  /** Gaps that leave it unfinished, by reason. */
  readonly unfinished: ReadonlyMap<GapReason, number>
  /** Attributes without a mapping, where those count. */
  readonly notMapped: number
}

/**
 * Gaps after which a run counts as unfinished even without `--strict`: something that was asked for could not be read. The others
 * (a type without a mapping, a place that the state does not name) are limits of what can be known, told in the report.
 */
const unfinishedReasons: ReadonlySet<GapReason> = new Set([
  'denied',
  'throttled',
  'timed-out',
  'failed',
  'region-off',
  'not-read',
  'unreadable-input',
])

/** Findings come first; then what could not be looked at, with `--strict` also attributes that no mapping knows. */
export function verdictOf(
  {findings, gaps, coverage}: Pick<Report, 'findings' | 'gaps'> & Partial<Pick<Report, 'coverage'>>,
  {failOn, strict}: Gate,
): Verdict {
  const failures = failuresOf(findings, failOn)
  const counted = gaps.filter(({reason}) => strict || unfinishedReasons.has(reason))
  const unfinished = new Map(
    [...Map.groupBy(counted, ({reason}) => reason)].map(([reason, {length}]) => [reason, length]),
  )
  const notMapped = strict ? (coverage?.attributes.notMapped ?? 0) : 0
  const isUnfinished = unfinished.size > 0 || notMapped > 0
  return {
    outcome: failures.length > 0 ? 'findings' : isUnfinished ? 'unfinished' : 'clean',
    failures,
    unfinished,
    notMapped,
  }
}
