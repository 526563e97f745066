import {severities, type Severity} from '../model/finding.ts'
import type {GapReason} from '../model/gap.ts'
import type {Report} from '../model/report.ts'
import {exitCodes, type ExitCode} from './exit-codes.ts'

export interface Gate {
  readonly failOn: Severity | 'none'
  readonly strict: boolean
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

/**
 * Findings that are certain come first; then what could not be looked at, with `--strict` also attributes that no mapping knows. Derived
 * mappings never fail a build.
 */
export function exitCodeOf(
  {findings, gaps, coverage}: Pick<Report, 'findings' | 'gaps'> & Partial<Pick<Report, 'coverage'>>,
  {failOn, strict}: Gate,
): ExitCode {
  if (failOn !== 'none') {
    const least = severities.indexOf(failOn)
    const fails = findings.some(
      ({severity, confidence}) => confidence === 'curated' && severities.indexOf(severity) <= least,
    )
    if (fails) return exitCodes.findings
  }
  const unfinished = strict
    ? gaps.length > 0 || (coverage?.attributes.notMapped ?? 0) > 0
    : gaps.some(({reason}) => unfinishedReasons.has(reason))
  return unfinished ? exitCodes.unfinished : exitCodes.clean
}
