import type {EChartsCoreOption} from 'echarts/core'

import type {Chart} from '../page-data.ts'
import type {Palette} from './palette.ts'

/** Height of a chart in pixels: a line of text a bar. */
export function heightOf({kind, categories, series}: Chart): number {
  const legend = series.length > 1 ? 34 : 6
  return kind === 'lines' ? 260 : legend + 26 + categories.length * 30
}

export function optionOf(chart: Chart, palette: Palette, width: number): EChartsCoreOption {
  const {series} = chart
  const text = {color: palette.text, fontFamily: palette.font, fontSize: 13}
  return {
    animation: false,
    useUTC: true,
    textStyle: text,
    color: series.map(({tone}) => palette.tone(tone)),
    aria: {enabled: true, label: {description: describe(chart)}},
    legend: {
      show: series.length > 1,
      top: 0,
      left: 0,
      itemWidth: 12,
      itemHeight: 12,
      textStyle: text,
      inactiveColor: palette.dim,
    },
    grid: {
      top: series.length > 1 ? 34 : 6,
      left: 2,
      right: chart.kind === 'lines' ? 12 : 64,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      // As text in the drawing: the other way sets styles that the page does not allow.
      renderMode: 'richText',
      trigger: 'axis',
      axisPointer: {type: chart.kind === 'lines' ? 'line' : 'shadow'},
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: text,
      formatter: (points: unknown) => tooltipText(chart, points),
    },
    ...(chart.kind === 'lines' ? overTime(chart, palette) : sideways(chart, palette, width)),
  }
}

function sideways(chart: Chart, palette: Palette, width: number): EChartsCoreOption {
  const {kind, categories, series} = chart
  const totals = categories.map((_, at) => totalAt(chart, at))
  const isShare = kind === 'shares'
  return {
    xAxis: {
      type: 'value',
      ...(isShare ? {max: 100, interval: 25} : {minInterval: chart.unit === 'count' ? 1 : 0}),
      splitNumber: 4,
      axisLabel: {
        color: palette.dim,
        formatter: (value: number) => (isShare ? `${value} %` : short(value)),
        hideOverlap: true,
      },
      splitLine: {lineStyle: {color: palette.line}},
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: categories.map(({name}) => name),
      axisTick: {show: false},
      axisLine: {lineStyle: {color: palette.line}},
      axisLabel: {color: palette.text, width: Math.round(width * 0.36), overflow: 'truncate'},
    },
    series: series.map(({name, values}, order) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 18,
      data: values.map((value, at) => {
        const total = totals[at] ?? 0
        return isShare ? (total === 0 ? 0 : (Number(value ?? 0) / total) * 100) : Number(value ?? 0)
      }),
      itemStyle: {borderColor: palette.surface, borderWidth: 1},
      ...(order === series.length - 1 && {label: endLabel(chart, palette)}),
    })),
  }
}

/** What all of a bar is, behind its end. */
function endLabel(chart: Chart, palette: Palette): object {
  const formatter = ({dataIndex}: {readonly dataIndex: number}): string => {
    const total = totalAt(chart, dataIndex)
    if (chart.kind !== 'shares') return short(total)
    const [first] = chart.series
    return total === 0 || first?.tone !== 'good'
      ? '0 %'
      : `${Math.floor((Number(first.values[dataIndex]) / total) * 100)} %`
  }
  return {show: true, position: 'right', color: palette.dim, formatter}
}

function overTime({unit, categories, series}: Chart, palette: Palette): EChartsCoreOption {
  return {
    xAxis: {
      type: 'time',
      axisLabel: {color: palette.dim, hideOverlap: true},
      axisLine: {lineStyle: {color: palette.line}},
    },
    yAxis: {
      type: 'value',
      ...(unit === 'percent' ? {min: 0, max: 100} : {}),
      ...(unit === 'count' ? {minInterval: 1} : {}),
      axisLabel: {color: palette.dim, formatter: (value: number) => (unit === 'percent' ? `${value} %` : short(value))},
      splitLine: {lineStyle: {color: palette.line}},
    },
    series: series.map(({name, values}) => ({
      name,
      type: 'line',
      symbolSize: 6,
      showSymbol: categories.length <= 60,
      connectNulls: false,
      lineStyle: {width: 2},
      data: values.map((value, at) => [categories[at]?.name, value === null ? null : Number(value)]),
    })),
  }
}

function totalAt({series}: Chart, at: number): number {
  return series.reduce((sum, {values}) => sum + Number(values[at] ?? 0), 0)
}

interface Point {
  readonly dataIndex: number
  readonly seriesIndex: number
  readonly seriesName: string
}

/** What is under the pointer, in exact figures; braces would be taken for styles. */
function tooltipText(chart: Chart, points: unknown): string {
  const all = (Array.isArray(points) ? points : [points]) as readonly Point[]
  const at = all[0]?.dataIndex ?? 0
  const name = chart.categories[at]?.name ?? ''
  const lines = all.map(({seriesIndex, seriesName}) => {
    const value = chart.series[seriesIndex]?.values[at] ?? null
    return `${seriesName}: ${value === null ? 'not known' : exact(Number(value), chart.unit)}`
  })
  const title = chart.kind === 'lines' ? `${name.slice(0, 16).replace('T', ' ')} UTC` : name
  return [title, ...lines].join('\n').replaceAll(/[{}|]/g, ' ')
}

/** What the chart says, for those who do not see it. */
function describe(chart: Chart): string {
  const {title, categories, series, unit} = chart
  const parts = categories.slice(0, 12).map(({name}, at) => {
    const values = series.map((one) => `${one.name} ${exact(Number(one.values[at] ?? 0), unit)}`)
    return `${name}: ${values.join(', ')}`
  })
  return `${title}. ${parts.join('; ')}. The table below has all figures.`
}

const counts = new Intl.NumberFormat('en-US', {maximumFractionDigits: 2})
const shorts = new Intl.NumberFormat('en-US', {notation: 'compact', maximumFractionDigits: 1})

function exact(value: number, unit: string): string {
  if (unit === 'count') return counts.format(value)
  return unit === 'percent'
    ? `${value} %`
    : `${unit} ${value.toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2})}`
}

function short(value: number): string {
  return Math.abs(value) < 10_000 ? counts.format(value) : shorts.format(value)
}
