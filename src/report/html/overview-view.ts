import {severities} from '../../model/finding.ts'
import type {Report} from '../../model/report.ts'
import {signedAmount} from '../cost-text.ts'
import {counted, countText} from '../count-text.ts'
import {attributeFigures} from '../coverage-figures.ts'
import {decimalPlaces} from '../money-text.ts'
import {resourcesText} from '../terminal/closing.ts'
import {figures} from './figure.ts'
import {findingCharts} from './finding-charts.ts'
import {cards, type Card} from './shell.ts'
import {spendCharts} from './spend-charts.ts'
import {coveredPercent, tagCharts} from './tag-charts.ts'
import {trendCharts} from './trend-charts.ts'

/** Figures, then a chart for each question. */
export function* overviewBody(report: Report): Generator<string> {
  const {findings, tagCoverage, trend} = report
  yield* cards([...findingCards(report), ...costCards(report), ...coverageCards(report), ...moneyCards(report)])
  yield* figures('Findings', findingCharts(findings))
  yield* figures('Trend', trend ? trendCharts(trend) : [])
  yield* figures('Tags', tagCoverage ? tagCharts(tagCoverage) : [])
  yield* figures('Accelerators', spendCharts(report))
}

function findingCards({summary}: Report): readonly Card[] {
  const {total, bySeverity} = summary
  return [
    {label: total === 1 ? 'finding' : 'findings', value: countText(total), href: '#findings'},
    ...severities
      .filter((severity) => bySeverity[severity] > 0)
      .map((severity) => ({
        label: severity,
        value: countText(bySeverity[severity]),
        href: `#findings?severity=${severity}`,
        tone: severity,
      })),
  ]
}

function coverageCards({coverage, tags, tagCoverage, gaps}: Report): readonly Card[] {
  const {percent} = attributeFigures(coverage.attributes)
  const covered = tagCoverage ? coveredPercent(tagCoverage.total) : {}
  return [
    ...(percent === undefined
      ? []
      : [
          {
            label: 'of attributes compared',
            value: `${percent} %`,
            note: `Resources: ${resourcesText(coverage.resources)}`,
          },
        ]),
    ...(tags
      ? [{label: 'comply with the tag rules', value: `${countText(tags.compliant)} of ${countText(tags.checked)}`}]
      : []),
    ...(covered.count === undefined
      ? []
      : [
          {
            label: 'of objects have the required tags',
            value: `${covered.count.toFixed(1)} %`,
            ...(covered.spend !== undefined && {note: `${covered.spend.toFixed(1)} % by spend`}),
          },
        ]),
    {
      label: gaps.length === 1 ? 'part could not be checked' : 'parts could not be checked',
      value: countText(gaps.length),
      href: '#coverage',
      ...(gaps.length > 0 && {tone: 'unknown'}),
    },
  ]
}

/** What the findings cost, more than what is declared. */
function costCards({summary}: Report): readonly Card[] {
  return (summary.cost?.totals ?? []).map(({currency, monthly, findings}) => ({
    label: 'a month more than declared',
    value: signedAmount(currency, monthly),
    note: counted(findings, 'finding'),
    href: '#findings?sort=-cost',
  }))
}

function moneyCards({spend}: Report): readonly Card[] {
  if (!spend || spend.instances === 0) return []
  const {currency, monthly, unowned, instances} = spend
  return [
    {
      label: 'a month for accelerators',
      value: `${currency} ${decimalPlaces(monthly, 0)}`,
      note: `${counted(instances, 'instance')}, ${spend.basis}`,
      href: '#accelerators',
    },
    ...(spend.ownershipKeys
      ? [
          {
            label: 'a month owned by nobody',
            value: `${currency} ${decimalPlaces(unowned.monthly, 0)}`,
            note: counted(unowned.instances, 'instance'),
            href: '#accelerators',
            ...(unowned.instances > 0 && {tone: 'high'}),
          },
        ]
      : []),
  ]
}
