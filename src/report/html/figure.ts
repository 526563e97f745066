import {countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {escaped, scriptJson} from './escape.ts'
import type {Chart, ChartCategory} from './page-data.ts'
import {table, type Cell} from './table.ts'

/** Charts that belong together, under one heading; nothing where there are none. */
export function* figures(title: string, charts: readonly Chart[]): Generator<string> {
  if (charts.length === 0) return
  yield `<h3>${escaped(title)}</h3>\n<div class="charts">\n`
  for (const chart of charts) yield* figure(chart)
  yield '</div>\n'
}

/** A chart with its title, a note, the table of its figures, and what the page's program draws it from. */
function* figure(chart: Chart): Generator<string> {
  const {id, title, note, kind} = chart
  yield `<figure class="chart" id="chart-${escaped(id)}"><figcaption><h4>${escaped(title)}</h4>`
  yield `${note === undefined ? '' : `<p>${escaped(note)}</p>`}</figcaption>\n`
  yield `<div class="plot ${kind}" role="img" aria-label="${escaped(`Chart: ${title}. The table below has its figures.`)}"></div>\n`
  yield '<details open><summary>Figures</summary>'
  yield* figureTable(chart)
  yield `</details>\n<script type="application/json">${scriptJson(harmlessNames(chart))}</script></figure>\n`
}

function harmlessNames(chart: Chart): Chart {
  const {title, unit} = chart
  return {
    ...chart,
    title: harmless(title),
    unit: harmless(unit),
    categories: chart.categories.map(harmlessName),
    series: chart.series.map(harmlessName),
  }
}

function harmlessName<T extends {readonly name: string}>(named: T): T {
  return {...named, name: harmless(named.name)}
}

function figureTable({title, kind, unit, categories, series}: Chart): Iterable<string> {
  const rows = categories.map((category, at): readonly Cell[] => [
    nameCell(category, kind),
    ...series.map(({values}) => valueCell(values[at] ?? null, unit)),
  ])
  const columns = [
    {title: kind === 'lines' ? 'Time (UTC)' : 'Name'},
    ...series.map(({name}) => ({title: name, align: 'right'}) as const),
  ]
  return table({caption: unit === 'count' ? title : `${title}, ${unit}`, columns, rows})
}

function nameCell({name, query}: ChartCategory, kind: Chart['kind']): Cell {
  const text = kind === 'lines' ? name.slice(0, 16).replace('T', ' ') : name
  return query ? {text, href: queryHref(query)} : text
}

/** The address of the findings that a filter leaves. */
function queryHref(query: Readonly<Record<string, string>>): string {
  return `#findings?${new URLSearchParams(query).toString()}`
}

function valueCell(value: number | string | null, unit: string): Cell {
  if (value === null) return '–'
  const text = unit === 'count' ? countText(Number(value)) : decimalPlaces(String(value), unit === 'percent' ? 1 : 2)
  return {text, sort: Number(value)}
}
