import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {KeptFinding, KeptGap, KeptRun, RunScope} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import type {RunBrief} from '../model/trend.ts'

/** What is kept of a report: who was found with what, what was not looked at, and the figures. No value of any object. */
export function keptRunOf(report: Report, scope: RunScope): Omit<KeptRun, 'carried'> {
  return {
    version: report.tool.version,
    scope,
    brief: briefOf(report),
    findings: report.findings.map(keptFinding),
    gaps: report.gaps.map(keptGap),
    ...(report.ignored && report.ignored.fingerprints.length > 0 && {ignored: report.ignored.fingerprints}),
    states: report.inputs.states.map(({file}) => file),
  }
}

/** A report in figures. */
function briefOf({generatedAt, summary, coverage, gaps, spend, tagCoverage}: Report): RunBrief {
  const {total, bySeverity, byCode} = summary
  const {declared, compared} = coverage.resources
  const driftCost = (summary.cost?.totals ?? []).map(({currency, monthly}) => ({currency, monthly}))
  return {
    at: generatedAt,
    findings: {total, bySeverity, byCode},
    resources: {declared, compared},
    gaps: gaps.length,
    ...(tagCoverage && {
      tags: {
        ...tagCoverage.total,
        byKey: tagCoverage.by.key,
        ...(tagCoverage.spend && {currency: tagCoverage.spend.currency}),
      },
    }),
    ...(spend && {
      accelerators: [spend, ...(spend.otherCurrencies ?? [])].map(({currency, monthly, unowned}) => ({
        currency,
        monthly,
        unowned: unowned.monthly,
      })),
    }),
    ...(driftCost.length > 0 && {driftCost}),
  }
}

function keptFinding(finding: Finding): KeptFinding {
  const {fingerprint, code, severity, confidence, subject, owner, source, cost} = finding
  const path = 'path' in finding ? finding.path : 'key' in finding ? finding.key : undefined
  return {
    fingerprint,
    code,
    severity,
    confidence,
    ...subject,
    ...(path !== undefined && {path}),
    ...(owner !== undefined && {owner}),
    ...(source && {source}),
    ...(cost && {cost: {monthly: cost.monthly, currency: cost.currency}}),
  }
}

function keptGap({reason, type, location, action, hides, source}: Gap): KeptGap {
  return {
    reason,
    ...(type !== undefined && {type}),
    ...(location && {location}),
    ...(action !== undefined && {action}),
    hides,
    ...(source && {file: source.file}),
  }
}
