import type {FindingLife, History, HistoryStanding} from '../../model/history.ts'
import {counted, countText} from '../count-text.ts'
import {gapWords} from '../gap-words.ts'
import {harmless} from '../harmless.ts'
import {coveredPercent} from '../html/tag-charts.ts'
import {figures} from '../html/figure.ts'
import type {Chart, Tone} from '../html/page-data.ts'
import {cards, renderPage, type Card, type View} from '../html/shell.ts'
import {cut, table, type Cell} from '../html/table.ts'
import {trendCharts} from '../html/trend-charts.ts'
import {codeTitle, keptName, keptPlace, keptProperty, keptSource, signedAmount} from './finding-text.ts'
import {scopeText} from './scope-text.ts'
import {standingsShown, standingTitles} from './standings.ts'
import {ageText, clockText, dayText} from './time-text.ts'

/** A history as one page to pass on: charts of its trends, and a table for each way in which findings stand. */
export function renderHistoryHtml(history: History): Iterable<string> {
  const {at, place, scope, runs, since, findings, gaps} = history
  const byStanding = Map.groupBy(findings, ({standing}) => standing)
  const views = standingsShown.flatMap((standing) => {
    const lives = byStanding.get(standing)
    return lives ? [viewOf(standing, lives)] : []
  })
  return renderPage({
    title: 'trueup history',
    verdict: {text: verdictOf(history), tone: toneOf(history)},
    about: [
      {label: 'Scope', lines: [scopeText(scope.of)]},
      {label: 'Runs', lines: [`${counted(runs.length, 'run')} of ${countText(scope.runs)} in ${harmless(place)}`]},
      ...(since === undefined ? [] : [{label: 'Against', lines: [`the run of ${clockText(since)}`]}]),
    ],
    views: [
      {id: 'overview', title: 'Overview', body: overview(history)},
      ...views,
      ...(gaps.length > 0
        ? [{id: 'unreadable', title: 'Not readable', count: gaps.length, body: unreadable(history)}]
        : []),
    ],
    foot: `trueup, ${clockText(at)}. Costs are list prices over the time between the runs that saw a finding first and no longer.`,
  })
}

function verdictOf({counts}: History): string {
  const parts = standingsShown.flatMap((standing) =>
    counts[standing] > 0 ? [`${countText(counts[standing])} ${standingTitles[standing].short}`] : [],
  )
  return parts.length === 0 ? 'No finding in any of these runs' : parts.join(', ')
}

function toneOf({counts}: History): 'good' | 'bad' | 'unsure' {
  if (counts.new + counts.recurring + counts.still > 0) return 'bad'
  return counts.unknown > 0 ? 'unsure' : 'good'
}

const tones: Readonly<Partial<Record<HistoryStanding, string>>> = {new: 'high', recurring: 'high', gone: 'good'}

function* overview({counts, cost, runs}: History): Generator<string> {
  const standing = standingsShown
    .filter((name) => counts[name] > 0)
    .map((name): Card => {
      const tone = tones[name]
      return {
        label: standingTitles[name].short,
        value: countText(counts[name]),
        href: `#${name}`,
        ...(tone !== undefined && {tone}),
      }
    })
  const money = cost
    .filter(({amount}) => Number(amount) !== 0)
    .map(({amount, currency}): Card => ({
      label: 'over their time, at list prices',
      value: signedAmount(amount, currency),
    }))
  yield* cards([...standing, ...money])
  yield* figures('Trends', [...trendCharts({runs}), ...keyChart(runs)])
}

/** Keys whose lines can be told apart. */
const keyTones: readonly Tone[] = ['first', 'second', 'third', 'neutral', 'bad', 'unknown']

/** How much has each required tag, by count. */
function keyChart(runs: History['runs']): readonly Chart[] {
  const keys = [...new Set(runs.flatMap(({tags}) => tags?.byKey.map(({name}) => name) ?? []))].toSorted()
  if (runs.length < 2 || keys.length === 0) return []
  const series = keys.slice(0, keyTones.length).map((key, at) => ({
    name: key,
    tone: keyTones[at] ?? 'neutral',
    values: runs.map(({tags}) => {
      const row = tags?.byKey.find(({name}) => name === key)
      return (row && coveredPercent(row).count) ?? null
    }),
  }))
  const left = keys.length - series.length
  return [
    {
      id: 'trend-keys',
      title: 'Tag coverage by key over time',
      note: `Percent of what is known, by count${left > 0 ? `; ${counted(left, 'further key')} in --json` : ''}`,
      kind: 'lines',
      unit: 'percent',
      categories: runs.map(({at}) => ({name: at})),
      series,
    },
  ]
}

function viewOf(standing: HistoryStanding, lives: readonly FindingLife[]): View {
  return {id: standing, title: standingTitles[standing].title, count: lives.length, body: livesTable(standing, lives)}
}

/** A column of the tables of lives; `only`: of what stands like this alone. */
interface LifeColumn {
  readonly title: string
  readonly align?: 'right'
  readonly only?: ReadonlySet<HistoryStanding>
  readonly cell: (life: FindingLife) => Cell
}

const columns: readonly LifeColumn[] = [
  {title: 'Resource', cell: ({finding}) => ({text: keptName(finding), mono: true})},
  {title: 'Severity', cell: ({finding}) => finding.severity},
  {title: 'Finding', cell: findingText},
  {title: 'First seen', cell: ({appearances}) => dayText(appearances[0]?.firstSeen ?? '')},
  {
    title: 'Last seen',
    only: new Set(['unknown', 'ignored']),
    cell: ({appearances}) => dayText(appearances.at(-1)?.lastSeen ?? ''),
  },
  {title: 'Gone', only: new Set(['gone']), cell: ({appearances}) => dayText(appearances.at(-1)?.gone ?? '')},
  {title: 'For', align: 'right', cell: ({seconds}) => ({text: ageText(seconds), sort: seconds})},
  {title: 'Cost', align: 'right', cell: costCell},
  {title: 'Place', cell: ({finding}) => keptPlace(finding)},
  {title: 'Source', cell: ({finding}) => ({text: keptSource(finding), mono: true})},
]

function livesTable(standing: HistoryStanding, lives: readonly FindingLife[]): Iterable<string> {
  const {title, legend} = standingTitles[standing]
  const shown = columns.filter(({only}) => only?.has(standing) ?? true)
  const {shown: some, left} = cut(lives)
  return table({
    caption: legend === '' ? title : `${title}: ${legend}`,
    columns: shown,
    rows: some.map((life) => shown.map(({cell}) => cell(life))),
    left,
  })
}

function findingText({finding, appearances}: FindingLife): string {
  const property = keptProperty(finding)
  const times = appearances.length > 1 ? ` (${appearances.length} times)` : ''
  return `${codeTitle(finding.code)}${property === '' ? '' : ` ${property}`}${times}`
}

function costCell({cost}: FindingLife): Cell {
  if (!cost || Number(cost.amount) === 0) return '–'
  return {text: signedAmount(cost.amount, cost.currency), sort: Number(cost.amount)}
}

function unreadable({gaps}: History): Iterable<string> {
  const rows = gaps.map(({reason, detail, source}): readonly Cell[] => [
    {text: harmless(source?.file ?? ''), mono: true},
    gapWords[reason].title,
    harmless(detail),
  ])
  return table({
    caption: 'Kept runs that could not be read',
    columns: [{title: 'File'}, {title: 'Why'}, {title: ''}],
    rows,
  })
}
