import type {Report} from '../model/report.ts'
import type {Severity} from '../model/finding.ts'
import {harmlessJson} from './harmless.ts'
import {placeOf, repositoryPath} from './place.ts'
import {messageOf} from './words.ts'

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
}

/** GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function* renderGitlab(report: Report): Generator<string> {
  const seen = new Map<string, number>()
  let separator = '['
  for (const finding of report.findings) {
    const {file, line = 1} = placeOf(finding, report)
    const issue = {
      description: messageOf(finding),
      check_name: finding.code,
      fingerprint: unique(finding.fingerprint, seen),
      severity: severities[finding.severity],
      location: {path: repositoryPath(file), lines: {begin: line}},
    }
    yield `${separator}\n  ${harmlessJson(JSON.stringify(issue))}`
    separator = ','
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}

/** GitLab drops what has the fingerprint of another. */
function unique(fingerprint: string, seen: Map<string, number>): string {
  const count = seen.get(fingerprint) ?? 0
  seen.set(fingerprint, count + 1)
  return count === 0 ? fingerprint : `${fingerprint}-${count}`
}
