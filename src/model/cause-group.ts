import {compareText, type Finding, type FindingCode, severities, type Severity, subjectName} from './finding.ts'
import {canonicalJson, Sensitive, type Value} from './value.ts'

/**
 * What findings have in common, the nearest to a cause first: one event changed them all; the same attribute of a type went from one value to
 * another; the instances of one resource block, or of one module, have the same code.
 */
export const causeKinds = ['event', 'change', 'block', 'module'] as const
export type CauseKind = (typeof causeKinds)[number]

/** Findings of several resources with one cause; each finding is in one group at most. */
export interface CauseGroup {
  readonly cause: CauseKind
  readonly code: FindingCode
  /** Of the worst. */
  readonly severity: Severity
  /** The Terraform type, where all have one. */
  readonly type?: string
  /** Of a block or a module: its address without keys of instances. */
  readonly address?: string
  /** The id of the event in CloudTrail. */
  readonly event?: string
  /** In the order of the report, the worst first. */
  readonly findings: readonly Finding[]
}

/** Puts findings together that are one thing to look at, and one to mend. Those of tags and spend have groups of their own. */
export function causeGroups(findings: readonly Finding[]): readonly CauseGroup[] {
  const groups: CauseGroup[] = []
  let rest = findings.filter(({code}) => about.has(code))
  for (const cause of causeKinds) {
    const grouped = new Set<Finding>()
    for (const [key, members] of Map.groupBy(rest, (finding) => keyOf(finding, cause))) {
      if (key === undefined || new Set(members.map(({subject}) => subjectName(subject))).size < 2) continue
      groups.push(groupOf(cause, members))
      for (const member of members) grouped.add(member)
    }
    rest = rest.filter((finding) => !grouped.has(finding))
  }
  return groups.toSorted(compareGroups)
}

const about: ReadonlySet<FindingCode> = new Set([
  'drifted',
  'drifted-undeclared',
  'conflict',
  'controlled',
  'unapplied',
  'stale-state',
  'missing',
  'not-applied',
  'not-configured',
  'unmanaged-child',
])

function keyOf(finding: Finding, cause: CauseKind): string | undefined {
  const {code, subject, change} = finding
  if (cause === 'event') return change?.event && change.certainty !== 'time' ? `${code}\n${change.event.id}` : undefined
  if (cause === 'change') return changeOf(finding)
  const block = subject.address === undefined ? undefined : withoutKeys(subject.address)
  const path = 'path' in finding ? finding.path : ''
  if (cause === 'block' || block === undefined) return block === undefined ? undefined : [code, block, path].join('\n')
  const module = /^module\.[^.]+/.exec(block)?.[0]
  return module === undefined || path !== '' ? undefined : [code, module].join('\n')
}

/** Secrets are told by no text, and so not told to be equal. */
function changeOf(finding: Finding): string | undefined {
  if (!('path' in finding)) return undefined
  const {code, path, subject} = finding
  const values: readonly (Value | undefined)[] = [
    'before' in finding ? finding.before : undefined,
    'after' in finding ? finding.after : undefined,
    'configured' in finding ? finding.configured : undefined,
  ]
  if (values.some(holdsSecret)) return undefined
  const sides = values.map((value) => (value === undefined ? '' : canonicalJson(value)))
  return [code, subject.type ?? subject.objectType, path, ...sides].join('\n')
}

function holdsSecret(value: Value | undefined): boolean {
  if (value instanceof Sensitive) return true
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => holdsSecret(item as Value))
}

/** `module.a["x"].aws_instance.web[0]` as `module.a.aws_instance.web`. */
function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '')
}

function groupOf(cause: CauseKind, findings: readonly Finding[]): CauseGroup {
  const [first] = findings as readonly [Finding, ...Finding[]]
  const types = new Set(findings.map(({subject}) => subject.type))
  const block = first.subject.address === undefined ? undefined : withoutKeys(first.subject.address)
  const address = cause === 'block' ? block : cause === 'module' ? /^module\.[^.]+/.exec(block ?? '')?.[0] : undefined
  const ranks = findings.map(({severity}) => severities.indexOf(severity))
  return {
    cause,
    code: first.code,
    severity: severities[Math.min(...ranks)] ?? first.severity,
    ...(types.size === 1 && first.subject.type !== undefined ? {type: first.subject.type} : {}),
    ...(address === undefined ? {} : {address}),
    ...(cause === 'event' && first.change?.event ? {event: first.change.event.id} : {}),
    findings,
  }
}

/** The worst first, then the largest. */
function compareGroups(a: CauseGroup, b: CauseGroup): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.findings.length - a.findings.length ||
    compareText(a.findings[0]?.fingerprint ?? '', b.findings[0]?.fingerprint ?? '')
  )
}
