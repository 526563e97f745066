import {driftCostOf} from './drift-cost.ts'
import {severities, type Finding, type FindingCode, type Severity} from './finding.ts'
import type {Gap} from './gap.ts'
import type {Summary} from './report.ts'

/**
 * Counts of findings; clean only where nothing was found and nothing left unlooked at.
 *
 * @param isPart whether there may be findings that were not asked for
 */
export function summarize(findings: readonly Finding[], gaps: readonly Gap[], {isPart = false} = {}): Summary {
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>
  const byCode: Partial<Record<FindingCode, number>> = {}
  for (const {severity, code} of findings) {
    bySeverity[severity] += 1
    byCode[code] = (byCode[code] ?? 0) + 1
  }
  const cost = driftCostOf(findings)
  const clean = !isPart && findings.length === 0 && gaps.length === 0
  return {total: findings.length, bySeverity, byCode, clean, ...(cost && {cost})}
}
