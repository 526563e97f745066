import {type CauseGroup, causeGroups} from '../model/cause-group.ts'
import type {Finding} from '../model/finding.ts'
import type {Report} from '../model/report.ts'
import {Unknown, type Value} from '../model/value.ts'
import type {FindingJson, ReportJson} from './schema.ts'
import {messageOf} from './words.ts'
import {writeJson} from './write-json.ts'

/** The published JSON; its schema, `schemas/report.schema.json`, is made from `report/schema.ts`. */
export function renderJson(report: Report): Iterable<string> {
  const groups = causeGroups(report.findings)
  return writeJson({...frame(report, groups), findings: eachFinding({...report, groups})})
}

/** The same as one object: the result of commands under `--json`. */
export function reportJson(report: Report): ReportJson {
  const groups = causeGroups(report.findings)
  return {...frame(report, groups), findings: [...eachFinding({...report, groups})]}
}

function frame(
  {
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
  }: Report,
  groups: readonly CauseGroup[],
): Omit<ReportJson, 'findings'> {
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
    ...(groups.length > 0 && {groups: groups.map(groupJson)}),
  }
}

function groupJson({findings, ...group}: CauseGroup): NonNullable<ReportJson['groups']>[number] {
  return {id: idOf(findings), ...group, count: findings.length}
}

/** A group is called after its first finding. */
function idOf([first]: readonly Finding[]): string {
  return first?.fingerprint ?? ''
}

function* eachFinding({findings, groups}: Grouped): Generator<FindingJson> {
  const groupOf = new Map(groups.flatMap((group) => group.findings.map((finding) => [finding, idOf(group.findings)])))
  for (const finding of findings) yield {...findingJson(finding), group: groupOf.get(finding)}
}

interface Grouped {
  readonly findings: readonly Finding[]
  readonly groups: readonly CauseGroup[]
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
