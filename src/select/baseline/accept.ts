import type {AcceptedFinding, Baseline} from '../../model/baseline.ts'
import {compareText, type Severity} from '../../model/finding.ts'

/** A finding as a report has it, as far as a baseline keeps it. */
export interface Reported {
  readonly fingerprint: string
  readonly code: string
  readonly severity: Severity
  readonly address?: string | undefined
  readonly type?: string | undefined
  readonly objectType?: string | undefined
  readonly id?: string | undefined
  readonly arn?: string | undefined
  readonly account?: string | undefined
  readonly region?: string | undefined
  readonly path?: string | undefined
  readonly owner?: string | undefined
  readonly args?: {readonly key?: string | undefined; readonly tagKey?: string | undefined} | undefined
}

/** What goes with what is accepted now. */
export interface Terms {
  /** The day: `2026-11-22`. */
  readonly since: string
  readonly by?: string | undefined
  readonly reason?: string | undefined
  readonly until?: string | undefined
}

/** Accepts findings; what was accepted before keeps its day and its reason, unless it has run out, or got worse. */
export function accept(
  findings: readonly Reported[],
  earlier: readonly AcceptedFinding[],
  terms: Terms,
): readonly AcceptedFinding[] {
  const before = new Map(earlier.map((accepted) => [accepted.fingerprint, accepted]))
  const accepted = new Map<string, AcceptedFinding>()
  for (const finding of findings) {
    const known = before.get(finding.fingerprint)
    const holds = known !== undefined && (known.until === undefined || known.until >= terms.since)
    const kept = holds && known.severity === finding.severity
    accepted.set(finding.fingerprint, kept ? known : acceptedFinding(finding, terms))
  }
  return sorted([...accepted.values()])
}

export function sorted(findings: Iterable<AcceptedFinding>): Baseline['findings'] {
  return [...findings].toSorted((a, b) => compareText(orderOf(a), orderOf(b)))
}

function orderOf({address = '', object = '', code, property = '', fingerprint}: AcceptedFinding): string {
  return [address, object, code, property, fingerprint].join('\n')
}

function acceptedFinding(finding: Reported, terms: Terms): AcceptedFinding {
  const {fingerprint, code, severity, address, type, objectType, id, arn, account, region, args} = finding
  const property = finding.owner ?? args?.key ?? args?.tagKey ?? finding.path
  const entries = Object.entries({
    address,
    object: address === undefined ? (arn ?? `${objectType ?? type ?? 'object'} ${id ?? ''}`.trim()) : undefined,
    code,
    property: property?.startsWith(`${address}: `) ? property.slice(`${address}: `.length) : property,
    type,
    objectType,
    account,
    region,
    severity,
    ...terms,
    fingerprint,
  }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as AcceptedFinding
}
