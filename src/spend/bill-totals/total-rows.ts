import {compareText} from '../../model/finding.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {SpendTotals, TotalBy} from '../../model/spend-totals.ts'
import type {TextRow} from '../bill-sums.ts'
import {acceleratorBuckets} from '../classify/charge-kind.ts'
import {roundedTogether} from '../unit/apportion.ts'
import {spread} from './spread.ts'

/** Sums of one combination of values, as they are added up. */
interface Sums {
  readonly values: readonly string[]
  amount: Decimal
  accelerators: Decimal
  hours: Decimal
  untagged: Decimal
  unblended: Decimal
  lines: number
}

export interface TotalRowsOptions {
  readonly by: readonly TotalBy[]
  /** Places that the currency has. */
  readonly places: number
  /** Whether lines were judged by their tags. */
  readonly judged: boolean
  readonly hasUnblended: boolean
}

/** Rows of `selectTotals` to totals; the dearest first, but by time where the first thing is a time. */
export function totalRows(rows: readonly TextRow[], options: TotalRowsOptions): SpendTotals {
  const {by, places, judged, hasUnblended} = options
  const sums = new Map<string, Sums>()
  for (const row of rows) addTo(sums, row, by)
  const sorted = [...sums.values()].toSorted(inOrder(by))
  const rounded = roundedTogether(
    sorted.map(({amount}) => amount),
    places,
  )
  return {
    by,
    rows: sorted.map(({values, amount, accelerators, hours, untagged, unblended, lines}, at) => ({
      values,
      amount: decimalText(amount),
      rounded: (rounded[at] ?? amount).toFixed(places),
      accelerators: decimalText(accelerators),
      acceleratorHours: decimalText(hours),
      ...(judged && {untagged: decimalText(untagged)}),
      ...(hasUnblended && {unblended: decimalText(unblended)}),
      lines,
    })),
  }
}

function addTo(sums: Map<string, Sums>, row: TextRow, by: readonly TotalBy[]): void {
  const values = by.map((_, at) => row[`d${at}`] ?? '')
  const cost = new Decimal(row['cost'] ?? 0)
  const isAccelerator = acceleratorBuckets.has(row['bucket'] ?? '')
  const isUntagged = isAccelerator && isLacking(row['cause'] ?? '')
  const days = spread(cost, row['term'] ?? '')
  const own = sumsOf(sums, values)
  own.unblended = own.unblended.plus(row['unblended'] ?? 0)
  own.lines += Number(row['lines'])
  if (row['bucket'] === 'accelerators' && row['devices']) {
    own.hours = own.hours.plus(new Decimal(row['quantity'] ?? 0).times(row['devices']))
  }
  for (const {day, amount} of days ?? [{day: '', amount: cost}]) {
    const of =
      day === ''
        ? own
        : sumsOf(
            sums,
            values.map((value, at) => onDay(by[at], day) ?? value),
          )
    of.amount = of.amount.plus(amount)
    if (isAccelerator) of.accelerators = of.accelerators.plus(amount)
    if (isUntagged) of.untagged = of.untagged.plus(amount)
  }
}

function onDay(by: TotalBy | undefined, day: string): string | undefined {
  if (by === 'day') return day
  return by === 'month' ? day.slice(0, 7) : undefined
}

function sumsOf(sums: Map<string, Sums>, values: readonly string[]): Sums {
  const key = JSON.stringify(values)
  const zero = new Decimal(0)
  const found = sums.get(key)
  if (found) return found
  const fresh = {values, amount: zero, accelerators: zero, hours: zero, untagged: zero, unblended: zero, lines: 0}
  sums.set(key, fresh)
  return fresh
}

/** What `line_labels` says of lines that lack nothing, and of those of which nobody knows. */
export const notLacking = {tagged: 'tagged', unknown: 'tags-unknown'} as const

function isLacking(cause: string): boolean {
  return cause !== '' && cause !== notLacking.tagged && cause !== notLacking.unknown
}

function inOrder(by: readonly TotalBy[]): (a: Sums, b: Sums) => number {
  const timed = by[0] === 'day' || by[0] === 'month'
  const byTime = (a: Sums, b: Sums) => (timed ? compareText(a.values[0] ?? '', b.values[0] ?? '') : 0)
  return (a, b) =>
    byTime(a, b) || b.amount.comparedTo(a.amount) || compareText(JSON.stringify(a.values), JSON.stringify(b.values))
}
