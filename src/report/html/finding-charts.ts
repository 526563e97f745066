import {severities, type Finding} from '../../model/finding.ts'
import {counted} from '../count-text.ts'
import {kindOf, kinds, type Kind} from '../kind.ts'
import type {Chart, ChartSeries} from './page-data.ts'

/** Types with a bar of their own; the rest share one. */
const mostTypes = 12

const tones: Readonly<Record<Kind, ChartSeries['tone']>> = {
  drift: 'first',
  tags: 'second',
  spend: 'third',
  ignores: 'neutral',
}

/** Findings by severity and kind, and drift by type. */
export function findingCharts(findings: readonly Finding[]): readonly Chart[] {
  if (findings.length === 0) return []
  const drift = findings.filter(({code}) => kindOf(code) === 'drift')
  return [bySeverity(findings), ...(drift.length === 0 ? [] : [byType(drift)])]
}

function bySeverity(findings: readonly Finding[]): Chart {
  const counts = tally(findings, ({severity, code}) => `${severity} ${kindOf(code)}`)
  const present = (Object.keys(kinds) as Kind[]).filter((kind) => findings.some(({code}) => kindOf(code) === kind))
  return {
    id: 'severity',
    title: 'Findings by severity',
    kind: 'bars',
    unit: 'count',
    categories: severities.map((severity) => ({name: severity, query: {severity}})),
    series: present.map((kind) => ({
      name: kinds[kind],
      tone: tones[kind],
      values: severities.map((severity) => counts.get(`${severity} ${kind}`) ?? 0),
      query: {kind},
    })),
  }
}

function byType(drift: readonly Finding[]): Chart {
  const types = [...tally(drift, typeOf)].toSorted(([, a], [, b]) => b - a).map(([type]) => type)
  const named = new Set(types.slice(0, mostTypes))
  const others = types.length - named.size
  const rest = counted(others, 'other type')
  const bar = (finding: Finding) => (named.has(typeOf(finding)) ? typeOf(finding) : rest)
  const counts = tally(drift, (finding) => `${finding.severity} ${bar(finding)}`)
  const bars = [...named, ...(others > 0 ? [rest] : [])]
  return {
    id: 'drift-by-type',
    title: 'Drift by type',
    note: 'Properties that differ, and resources that are missing, unmanaged or declared twice',
    kind: 'bars',
    unit: 'count',
    categories: bars.map((name) => (name === rest ? {name} : {name, query: {kind: 'drift', type: name}})),
    series: severities
      .map((severity) => ({
        name: severity,
        tone: severity,
        values: bars.map((name) => counts.get(`${severity} ${name}`) ?? 0),
        query: {severity},
      }))
      .filter(({values}) => values.some((count) => count > 0)),
  }
}

/** As the column of the table says it. */
function typeOf({subject: {type, objectType}}: Finding): string {
  return type ?? objectType ?? 'unknown'
}

function tally<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
