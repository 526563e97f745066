import type {AttributeCoverage, SkipReason} from '../../model/coverage.ts'
import {type FindingCode, severities} from '../../model/finding.ts'
import type {Report, Summary} from '../../model/report.ts'
import {counted, countText} from '../count-text.ts'
import {findingWords} from '../finding-words.ts'
import {skipWords} from '../skip-words.ts'
import {columns} from './columns.ts'
import {severitySign} from './severity.ts'
import {verdict} from './verdict.ts'
import type {View} from './view.ts'

/** Totals, what was compared and what was not, and the verdict: the lines that stay on the screen. */
export function* closing(report: Report, view: View): Generator<string> {
  const {paint, width} = view
  const {summary, coverage} = report
  const rows = [
    ...(summary.total === 0
      ? []
      : [
          ['Findings', severitiesText(summary, view)],
          ['', paint.dim(codesText(summary))],
        ]),
    ['Resources', resourcesText(coverage.resources)],
    ['Attributes', attributesText(coverage.attributes)],
    ...skippedRows(coverage.attributes).map((text) => ['', paint.dim(text)]),
  ]
  yield paint.dim('─'.repeat(width))
  yield* columns(
    rows.map(([label = '', text = '']) => [paint.dim(label), text]),
    {width},
  )
  yield ''
  yield verdict(report, paint)
}

function severitiesText({total, bySeverity}: Summary, {paint}: View): string {
  const parts = severities
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${severitySign(severity, paint)} ${countText(bySeverity[severity])} ${severity}`)
  return [paint.bold(countText(total)), ...parts].join('   ')
}

function codesText({byCode}: Summary): string {
  const codes = Object.keys(findingWords) as FindingCode[]
  const present = codes.filter((code) => (byCode[code] ?? 0) > 0)
  return present.map((code) => `${countText(byCode[code] ?? 0)} ${code}`).join(' · ')
}

function resourcesText(resources: Report['coverage']['resources']): string {
  const {declared, compared, missing, notLookedAt, outOfScope} = resources
  return [
    `${countText(compared)} of ${countText(declared)} compared`,
    ...(missing > 0 ? [`${countText(missing)} missing`] : []),
    ...(notLookedAt > 0 ? [`${countText(notLookedAt)} not looked at`] : []),
    ...(outOfScope > 0 ? [`${countText(outOfScope)} out of scope (data sources, other providers)`] : []),
  ].join(', ')
}

function attributesText({compared, skipped, notMapped}: AttributeCoverage): string {
  const all = compared + skippedCount(skipped) + notMapped
  return `${countText(compared)} of ${countText(all)} compared${all === 0 ? '' : ` (${percent(compared, all)})`}`
}

/** Rounded down: 100% means all. */
function percent(part: number, whole: number): string {
  return `${Math.floor((part / whole) * 100)}%`
}

function skippedCount(skipped: AttributeCoverage['skipped']): number {
  return Object.values(skipped).reduce((total, count) => total + count, 0)
}

function skippedRows({skipped, notMapped}: AttributeCoverage): readonly string[] {
  const reasons = (Object.entries(skipped) as [SkipReason, number][]).filter(([, count]) => count > 0)
  const texts = reasons
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${countText(count)} ${skipWords[reason]}`)
  return [
    ...(texts.length === 0 ? [] : [`skipped: ${texts.join(', ')}`]),
    ...(notMapped === 0
      ? []
      : [`${counted(notMapped, 'attribute has', 'attributes have')} no rule in the catalogue yet`]),
  ]
}
