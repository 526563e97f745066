import {Decimal} from '../../model/money.ts'
import {apportion} from '../unit/apportion.ts'

/** As many places as a bill has. */
const places = 24

/**
 * What is paid ahead for a term (`2026-10-03 11:30:00/2026-10-05 11:30:00`), on the days of the term by how much of each is in it; the parts
 * sum to the amount, to the last digit. Undefined where there is no term, or one within a day.
 */
export function spread(
  amount: Decimal,
  term: string,
): readonly {readonly day: string; readonly amount: Decimal}[] | undefined {
  const [start = Number.NaN, end = Number.NaN] = term.split('/').map((time) => Date.parse(`${time.replace(' ', 'T')}Z`))
  if (!(end > start) || end - start > longestMs) return undefined
  const days: {readonly day: string; readonly weight: Decimal}[] = []
  for (let from = start; from < end;) {
    const midnight = Math.min(end, (Math.floor(from / dayMs) + 1) * dayMs)
    days.push({day: new Date(from).toISOString().slice(0, 10), weight: new Decimal(midnight - from)})
    from = midnight
  }
  if (days.length < 2) return undefined
  const parts = apportion(
    amount,
    days.map(({weight}) => weight),
    places,
  )
  return days.map(({day}, at) => ({day, amount: parts[at] ?? new Decimal(0)}))
}

const dayMs = 24 * 3600 * 1000

/** A capacity block lasts half a year at most; what claims more is no term. */
const longestMs = 400 * dayMs
