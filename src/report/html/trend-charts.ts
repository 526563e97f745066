import {severities} from '../../model/finding.ts'
import type {RunBrief, Trend} from '../../model/trend.ts'
import type {Chart} from './page-data.ts'
import {coveredPercent} from './tag-charts.ts'

/** How the figures moved from run to run. One run is no trend. */
export function trendCharts({runs}: Trend): readonly Chart[] {
  if (runs.length < 2) return []
  return [findings(runs), ...coverage(runs), ...accelerators(runs), ...driftCost(runs)]
}

function findings(runs: readonly RunBrief[]): Chart {
  return {
    id: 'trend-findings',
    title: 'Findings over time',
    kind: 'lines',
    unit: 'count',
    categories: times(runs),
    series: severities
      .map((severity) => ({
        name: severity,
        tone: severity,
        values: runs.map((run) => run.findings.bySeverity[severity]),
      }))
      .filter(({values}) => values.some((count) => count > 0)),
  }
}

function coverage(runs: readonly RunBrief[]): readonly Chart[] {
  const percents = runs.map(({tags}) => (tags ? coveredPercent(tags) : {}))
  const series = [
    {name: 'by count', tone: 'first', values: percents.map(({count = null}) => count)},
    {name: 'by spend', tone: 'second', values: percents.map(({spend = null}) => spend)},
  ] as const
  const known = series.filter(({values}) => values.some((value) => value !== null))
  if (known.length === 0) return []
  return [
    {
      id: 'trend-tags',
      title: 'Tag coverage over time',
      note: 'Percent of what is known',
      kind: 'lines',
      unit: 'percent',
      categories: times(runs),
      series: known,
    },
  ]
}

function accelerators(runs: readonly RunBrief[]): readonly Chart[] {
  return currencies(runs.flatMap((run) => run.accelerators ?? [])).map((currency) => {
    const rows = runs.map((run) => run.accelerators?.find((row) => row.currency === currency))
    return {
      id: `trend-accelerators-${currency}`,
      title: 'Accelerator spend over time',
      note: `${currency} a month at list prices`,
      kind: 'lines',
      unit: currency,
      categories: times(runs),
      series: [
        {name: 'all', tone: 'first', values: rows.map((row) => row?.monthly ?? null)},
        {name: 'owned by nobody', tone: 'bad', values: rows.map((row) => row?.unowned ?? null)},
      ],
    }
  })
}

function driftCost(runs: readonly RunBrief[]): readonly Chart[] {
  return currencies(runs.flatMap((run) => run.driftCost ?? [])).map((currency) => ({
    id: `trend-drift-cost-${currency}`,
    title: 'What drift costs over time',
    note: `${currency} a month more than what is declared would cost`,
    kind: 'lines',
    unit: currency,
    categories: times(runs),
    series: [
      {
        name: 'drift',
        tone: 'third',
        values: runs.map((run) => run.driftCost?.find((row) => row.currency === currency)?.monthly ?? null),
      },
    ],
  }))
}

function times(runs: readonly RunBrief[]): Chart['categories'] {
  return runs.map(({at}) => ({name: at}))
}

function currencies(rows: readonly {readonly currency: string}[]): readonly string[] {
  return [...new Set(rows.map(({currency}) => currency))].toSorted()
}
