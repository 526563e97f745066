import type {ChalkInstance} from 'chalk'

import type {AttributeCoverage, Coverage, SkipReason} from '../../model/coverage.ts'
import {type FindingCode, severities} from '../../model/finding.ts'
import type {CrossCheck} from '../../model/plan.ts'
import type {Report, Summary, TagFigures} from '../../model/report.ts'
import {driftCostTexts} from '../cost-text.ts'
import {counted, countText} from '../count-text.ts'
import {attributeFigures, saysNothingOfAws} from '../coverage-figures.ts'
import {findingWords} from '../finding-words.ts'
import {harmless} from '../harmless.ts'
import {baselineText, filteredText, ignoredText, ignoreLines} from '../selected-words.ts'
import {skipWords} from '../skip-words.ts'
import {columns} from './columns.ts'
import {severitySign} from './severity.ts'
import {hanging, tie} from './text.ts'
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
    ...selectedRows(report, view),
    ...(summary.cost ? driftCostTexts(summary.cost).map((text, at) => [at === 0 ? 'Cost' : '', text]) : []),
    ...(report.tags
      ? tagRows(report.tags, paint)
      : isRunRate(report)
        ? []
        : [['Resources', resourcesText(coverage.resources)], ...attributeRows(coverage, paint)]),
  ]
  if (report.inputs.crossCheck) rows.push(['Plan', crossCheckText(report.inputs.crossCheck)])
  yield ''
  yield paint.dim('─'.repeat(width))
  yield* columns(
    rows.map(([label = '', text = '']) => [paint.dim(label), text]),
    {width},
  )
  yield ''
  yield* hanging('', verdict(report, paint), width)
}

/** A report of what runs alone, in which nothing is compared. */
function isRunRate({spend}: Report): boolean {
  return spend?.notLookedAt !== undefined
}

/** What of the findings is known, ignored or filtered, and by what. */
function selectedRows({baseline, ignored, filtered}: Report, {paint, limit}: View): readonly (readonly string[])[] {
  const lines = ignored ? ignoreLines(ignored) : []
  const told = lines.slice(0, limit).map(({count, rule, reason, place}) => {
    const more = [reason, place].filter((text) => text !== '').join(', ')
    return ['', paint.dim(`${count} by ${rule}${more === '' ? '' : ` (${more})`}`)]
  })
  const left = lines.length - told.length
  return [
    ...(baseline ? [['Baseline', `${baselineText(baseline)}  ${paint.dim(harmless(baseline.file))}`]] : []),
    ...(ignored && lines.length > 0 ? [['Ignored', ignoredText(ignored)], ...told] : []),
    ...(left > 0 ? [['', paint.dim(`and by ${counted(left, 'more ignore')}`)]] : []),
    ...(filtered ? [['Filtered', filteredText(filtered)]] : []),
  ]
}

function crossCheckText({both, trueupOnly, terraformOnly}: CrossCheck): string {
  return `${counted(both, 'difference')} seen by Terraform, too; ${countText(trueupOnly)} by trueup alone, ${countText(terraformOnly)} by Terraform alone`
}

function tagRows(tags: TagFigures, paint: ChalkInstance): readonly (readonly string[])[] {
  const {checked, compliant, unknown, notTaggable, exempted, unusedRules} = tags
  const text = [
    `${countText(compliant)} of ${countText(checked)} comply`,
    ...(unknown > 0 ? [`${countText(unknown)} with tags that are not knowable`] : []),
    ...(notTaggable > 0 ? [`${countText(notTaggable)} that cannot be tagged left out`] : []),
    ...(exempted > 0 ? [`${countText(exempted)} violations exempted`] : []),
  ].join(', ')
  const unused = unusedRules.map(harmless).join(', ')
  return [['Tags', text], ...(unused === '' ? [] : [['', paint.dim(`about nothing that was looked at: ${unused}`)]])]
}

function severitiesText({total, bySeverity}: Summary, {paint}: View): string {
  const parts = severities
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${severitySign(severity, paint)}${tie}${countText(bySeverity[severity])}${tie}${severity}`)
  return [paint.bold(countText(total)), ...parts].join('   ')
}

function codesText({byCode}: Summary): string {
  const codes = Object.keys(findingWords) as FindingCode[]
  const present = codes.filter((code) => (byCode[code] ?? 0) > 0)
  return present.map((code) => `${countText(byCode[code] ?? 0)}${tie}${code}`).join(`${tie}· `)
}

export function resourcesText(resources: Report['coverage']['resources']): string {
  const {declared, compared, missing, notLookedAt, outOfScope, leftOut = 0} = resources
  return [
    `${countText(compared)} of ${countText(declared)} compared`,
    ...(missing > 0 ? [`${countText(missing)} missing`] : []),
    ...(notLookedAt > 0 ? [`${countText(notLookedAt)} not looked at`] : []),
    ...(leftOut > 0 ? [`${countText(leftOut)} left out`] : []),
    ...(outOfScope > 0 ? [`${countText(outOfScope)} out of scope (data sources, other providers)`] : []),
  ].join(', ')
}

function attributeRows({attributes}: Coverage, paint: ChalkInstance): readonly (readonly string[])[] {
  const {compared, comparable, percent} = attributeFigures(attributes)
  const {notMapped} = attributes
  const left = [
    ...reasonTexts(attributes, false),
    ...(notMapped > 0 ? [`${countText(notMapped)} have no rule yet`] : []),
  ]
  const besides = reasonTexts(attributes, true)
  return [
    [
      'Attributes',
      `${countText(compared)} of ${countText(comparable)} compared${percent === undefined ? '' : ` (${percent}%)`}`,
    ],
    ...(left.length === 0 ? [] : [['', paint.dim(`not compared: ${left.join(', ')}`)]]),
    ...(besides.length === 0 ? [] : [['', paint.dim(`not counted: ${besides.join(', ')}`)]]),
  ]
}

/** The most frequent reason first. */
function reasonTexts({skipped}: AttributeCoverage, saysNothing: boolean): readonly string[] {
  return (Object.entries(skipped) as [SkipReason, number][])
    .filter(([reason, count]) => count > 0 && saysNothingOfAws.has(reason) === saysNothing)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${countText(count)} ${skipWords[reason]}`)
}
