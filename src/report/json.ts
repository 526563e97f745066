import type {Finding} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {Unknown, type Value} from '../model/value.ts'
import type {FindingJson, ReportJson} from './schema.ts'
import {messageOf} from './words.ts'
import {writeJson} from './write-json.ts'

/** The published JSON; its schema, `schemas/report.schema.json`, is made from `report/schema.ts`. */
export function renderJson(report: Report): Iterable<string> {
  return writeJson({...frame(report), findings: eachFinding(report.findings)})
}

/** The same as one object: the result of commands under `--json`. */
export function reportJson(report: Report): ReportJson {
  return {...frame(report), findings: report.findings.map(findingJson)}
}

function frame({
  tool,
  generatedAt,
  inputs,
  summary,
  coverage,
  gaps,
  spend,
  tags,
  tagCoverage,
  ignored,
  baseline,
  filtered,
  trend,
}: Report): Omit<ReportJson, 'findings'> {
  return {
    schemaVersion: '1.0',
    tool,
    generatedAt,
    inputs,
    summary,
    coverage,
    gaps,
    ...(spend && {spend}),
    ...(tags && {tags}),
    ...(tagCoverage && {tagCoverage}),
    ...(ignored && {ignored}),
    ...(baseline && {baseline}),
    ...(filtered && {filtered}),
    ...(trend && {trend}),
  }
}

function* eachFinding(findings: readonly Finding[]): Generator<FindingJson> {
  for (const finding of findings) yield findingJson(finding)
}

/** Flat, with what is common to all codes first; what is undefined is left out when it is written. */
export function findingJson(finding: Finding): FindingJson {
  const {code, severity, confidence, fingerprint, subject, owner, source} = finding
  const {location, ...who} = subject
  return {
    code,
    severity,
    confidence,
    fingerprint,
    message: messageOf(finding),
    ...who,
    ...location,
    path: 'path' in finding ? finding.path : undefined,
    before: 'before' in finding ? known(finding.before) : undefined,
    after: 'after' in finding ? known(finding.after) : undefined,
    owner,
    source,
    calls: finding.calls,
    confirmed: finding.confirmed,
    standing: finding.standing,
    change: finding.change,
    seenByTerraform: finding.seenByTerraform,
    remedies: finding.remedies,
    cost: finding.cost,
    costUnknown: finding.costUnknown,
    args: argsOf(finding),
  }
}

function known(value: Value | undefined): unknown {
  return value instanceof Unknown ? undefined : value
}

const common: ReadonlySet<string> = new Set([
  'code',
  'severity',
  'confidence',
  'fingerprint',
  'subject',
  'owner',
  'source',
  'calls',
  'change',
  'confirmed',
  'standing',
  'seenByTerraform',
  'remedies',
  'cost',
  'costUnknown',
  'path',
  'before',
  'after',
])

/** What is particular to the code. */
function argsOf(finding: Finding): FindingJson['args'] {
  const own = Object.entries(finding).filter(([key]) => !common.has(key))
  return own.length === 0 ? undefined : Object.fromEntries(own)
}
