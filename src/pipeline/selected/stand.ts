import type {Baseline} from '../../model/baseline.ts'
import type {Finding} from '../../model/finding.ts'
import type {Report} from '../../model/report.ts'
import type {Looked} from '../../select/baseline/looked.ts'
import {compareWith, standing} from '../../select/baseline/stand.ts'

/**
 * Findings against a baseline.
 *
 * @param told findings that count
 * @param found all that was found: what is ignored is not gone
 * @param today `2026-11-22`
 */
export function stand(
  {name, accepted}: {readonly name: string; readonly accepted: Baseline},
  {told, found}: {readonly told: readonly Finding[]; readonly found: readonly Finding[]},
  looked: Looked,
  today: string,
): Pick<Report, 'findings' | 'baseline'> {
  const {gone, unseen} = compareWith(accepted, found, looked)
  const findings = standing(told, accepted, today)
  const known = findings.filter((finding) => finding.standing === 'known').length
  const figures = {
    file: name,
    accepted: accepted.findings.length,
    known,
    new: findings.length - known,
    gone: gone.length,
    unseen: unseen.length,
    goneFingerprints: gone.map(({fingerprint}) => fingerprint),
  }
  return {findings, baseline: figures}
}
