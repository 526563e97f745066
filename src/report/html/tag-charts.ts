import {Decimal, decimalText} from '../../model/money.ts'
import type {TagCoverageShare} from '../../model/report.ts'
import type {TagCoverageFigures, TagCoverageRow} from '../../model/tag-coverage.ts'
import type {Chart, ChartSeries} from './page-data.ts'

/** Rows with a bar of their own; the worst come first. */
const mostRows = 12

const standings = [
  {of: 'covered', name: 'tagged', tone: 'good'},
  {of: 'exempted', name: 'exempted', tone: 'neutral'},
  {of: 'unknown', name: 'not knowable', tone: 'unknown'},
  {of: 'lacking', name: 'lacking', tone: 'bad'},
] as const

/** How much has the required tags: all in all and by key, by team and by type, by number and by what it costs. */
export function tagCharts({total, by, teamKey, spend}: TagCoverageShare): readonly Chart[] {
  const keys = [{name: 'all required keys', ...total}, ...by.key]
  const note = spend && `Accelerators that run, ${spend.basis}, ${spend.currency} a month`
  return [
    shares('tags-by-count', 'Tag coverage by count', keys),
    ...(note && total.monthly
      ? [amounts('tags-by-spend', 'Tag coverage by spend', keys, {note, unit: spend.currency})]
      : []),
    ...(teamKey === undefined || by.team.length === 0
      ? []
      : [shares('tags-by-team', `Tag coverage by ${teamKey}`, by.team)]),
    ...(by.type.length === 0 ? [] : [shares('tags-by-type', 'Tag coverage by type', by.type)]),
  ]
}

function shares(id: string, title: string, rows: readonly TagCoverageRow[]): Chart {
  const shown = rows.slice(0, mostRows)
  return {
    id,
    title,
    ...noteOn(rows, 'Objects that can be tagged'),
    kind: 'shares',
    unit: 'count',
    categories: shown.map(({name}) => ({name})),
    series: seriesOf(shown, (row, of) => row[of]),
  }
}

function amounts(
  id: string,
  title: string,
  rows: readonly TagCoverageRow[],
  {note, unit}: {readonly note: string; readonly unit: string},
): Chart {
  const shown = rows.filter(({monthly}) => monthly !== undefined).slice(0, mostRows)
  return {
    id,
    title,
    note,
    kind: 'shares',
    unit,
    categories: shown.map(({name}) => ({name})),
    series: seriesOf(shown, ({monthly}, of) => monthly?.[of] ?? null),
  }
}

function seriesOf(
  rows: readonly TagCoverageRow[],
  valueOf: (row: TagCoverageFigures, of: (typeof standings)[number]['of']) => number | string | null,
): readonly ChartSeries[] {
  return standings
    .map(({of, name, tone}) => ({name, tone, values: rows.map((row) => valueOf(row, of))}))
    .filter(({values}) => values.some((value) => value !== null && !new Decimal(value).isZero()))
}

function noteOn(rows: readonly unknown[], what: string): {readonly note: string} {
  const left = rows.length - mostRows
  return {
    note: left > 0 ? `${what}; the ${mostRows} with the most that lacks, ${left} more are in --report json` : what,
  }
}

/** Of what is known, how much is covered, in percent, rounded down so that 100 means all; by number and by spend. */
export function coveredPercent({objects, covered, unknown, monthly}: TagCoverageFigures): {
  readonly count?: number
  readonly spend?: number
} {
  const known = objects - unknown
  const money = monthly && new Decimal(monthly.total).minus(monthly.unknown)
  return {
    ...(known > 0 && {count: floorPercent(new Decimal(covered).dividedBy(known))}),
    ...(monthly && money && !money.isZero() && {spend: floorPercent(new Decimal(monthly.covered).dividedBy(money))}),
  }
}

function floorPercent(share: Decimal): number {
  return Number(decimalText(share.times(1000).floor().dividedBy(10)))
}
