import {
  compareFindings,
  type Finding,
  type FindingCode,
  type FindingDetail,
  fingerprintOf,
  severities,
  type Severity,
  type Subject,
} from '../../../src/model/finding.ts'
import type {Gap} from '../../../src/model/gap.ts'
import type {Report, Summary} from '../../../src/model/report.ts'

export const ireland = {partition: 'aws', account: '111122223333', region: 'eu-west-1'} as const
export const virginia = {partition: 'aws', account: '111122223333', region: 'us-east-1'} as const

/** `aws_instance.trainer[0]` in Ireland, as a subject. */
export function declared(address: string, id: string, more: Partial<Subject> = {}): Subject {
  const type = /(?:^|\.)(aws_\w+)\.[^.]+$/.exec(address)?.[1] ?? 'aws_instance'
  return {address, type, id, location: ireland, ...more}
}

type More = Partial<Pick<Finding, 'owner' | 'source' | 'confidence'>>

export function finding(severity: Severity, subject: Subject, detail: FindingDetail, more: More = {}): Finding {
  return {...detail, severity, confidence: 'curated', subject, fingerprint: fingerprintOf(detail, subject), ...more}
}

export const fullCoverage = {
  resources: {declared: 12, compared: 12, missing: 0, notLookedAt: 0, outOfScope: 3},
  attributes: {compared: 148, skipped: {computed: 41, 'terraform-only': 9}, notMapped: 0},
  byType: [
    {
      type: 'aws_sqs_queue',
      resources: 12,
      confidence: 'curated',
      compared: 148,
      skipped: {computed: 41, 'terraform-only': 9},
      notMapped: 0,
      notMappedAttributes: [],
    },
  ],
} as const satisfies Report['coverage']

/** A report whose summary agrees with its findings. */
export function report(parts: Partial<Report>): Report {
  const findings = (parts.findings ?? []).toSorted(compareFindings)
  return {
    tool: {name: 'trueup', version: '0.1.0'},
    generatedAt: '2026-05-01T09:15:00Z',
    inputs: {
      states: [{file: 'network.tfstate', serial: 12, terraformVersion: '1.9.5', resources: 15}],
      live: {
        kind: 'snapshot',
        name: 'live.jsonl.gz',
        oldest: '2026-05-01T09:12:04Z',
        newest: '2026-05-01T09:14:40Z',
        objects: 143,
      },
      policies: [],
    },
    coverage: fullCoverage,
    gaps: [],
    ...parts,
    findings,
    summary: summaryOf(findings, parts.gaps ?? []),
  }
}

function summaryOf(findings: readonly Finding[], gaps: readonly Gap[]): Summary {
  const byCode: Partial<Record<FindingCode, number>> = {}
  for (const {code} of findings) byCode[code] = (byCode[code] ?? 0) + 1
  const counts = severities.map((severity) => [severity, findings.filter((one) => one.severity === severity).length])
  return {
    total: findings.length,
    bySeverity: Object.fromEntries(counts),
    byCode,
    clean: findings.length === 0 && gaps.length === 0,
  }
}
