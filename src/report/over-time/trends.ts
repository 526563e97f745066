import type {RunBrief} from '../../model/trend.ts'
import {countText} from '../count-text.ts'
import {harmless} from '../harmless.ts'
import {coveredPercent} from '../html/tag-charts.ts'
import {decimalPlaces} from '../money-text.ts'
import {signedAmount} from './finding-text.ts'

/** One figure over the runs. */
export interface TrendLine {
  readonly name: string
  /** Absent where a run did not look. */
  readonly values: readonly (number | undefined)[]
  readonly first: string
  readonly last: string
}

type Brief = Pick<RunBrief, 'at' | 'findings' | 'resources' | 'gaps' | 'tags' | 'accelerators' | 'driftCost'>

/** What is worth a line: findings, coverage by tags and by key, spend, what drift costs. */
export function trendLines(runs: readonly Brief[]): readonly TrendLine[] {
  const keys = namesIn(runs, ({tags}) => tags?.byKey.map(({name}) => name) ?? [])
  const currencies = namesIn(runs, ({accelerators}) => accelerators?.map(({currency}) => currency) ?? [])
  const ofDrift = namesIn(runs, ({driftCost}) => driftCost?.map(({currency}) => currency) ?? [])
  return [
    line('Findings', runs, ({findings}) => findings.total, countText),
    line(
      'of which high or worse',
      runs,
      ({findings: {bySeverity}}) => bySeverity.critical + bySeverity.high,
      countText,
    ),
    line('Not checked', runs, ({gaps}) => gaps, countText),
    line('Tagged, by count', runs, ({tags}) => tags && coveredPercent(tags).count, percent),
    line('Tagged, by spend', runs, ({tags}) => tags && coveredPercent(tags).spend, percent),
    ...keys.map((key) => line(`  ${harmless(key)}`, runs, ({tags}) => keyShare(tags, key), percent)),
    ...currencies.flatMap((currency) => [
      line(`Accelerators, ${currency} a month`, runs, (run) => spendOf(run, currency)?.monthly, amount),
      line('of which nobody owns', runs, (run) => spendOf(run, currency)?.unowned, amount),
    ]),
    ...ofDrift.map((currency) =>
      line(
        'Drift, a month',
        runs,
        ({driftCost}) => driftCost?.find((one) => one.currency === currency)?.monthly ?? '0',
        (value) => signedAmount(String(value), currency),
      ),
    ),
  ].filter(({values}) => values.some((value) => value !== undefined && value !== 0))
}

function line(
  name: string,
  runs: readonly Brief[],
  of: (run: Brief) => number | string | undefined,
  text: (value: number) => string,
): TrendLine {
  const values = runs.map((run) => {
    const value = of(run)
    return value === undefined ? undefined : Number(value)
  })
  const known = values.filter((value) => value !== undefined)
  const [first, last] = [known[0], known.at(-1)]
  return {name, values, first: first === undefined ? '' : text(first), last: last === undefined ? '' : text(last)}
}

function namesIn(runs: readonly Brief[], of: (run: Brief) => readonly string[]): readonly string[] {
  return [...new Set(runs.flatMap(of))].toSorted()
}

function keyShare(tags: Brief['tags'], key: string): number | undefined {
  const row = tags?.byKey.find(({name}) => name === key)
  return row && coveredPercent(row).count
}

function spendOf({accelerators}: Brief, currency: string) {
  return accelerators?.find((one) => one.currency === currency)
}

function percent(value: number): string {
  return `${value.toFixed(1)} %`
}

function amount(value: number): string {
  return decimalPlaces(String(value), 0)
}
