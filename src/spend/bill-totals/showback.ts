import {compareText} from '../../model/finding.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {Showback, ShowbackRow, SpendTotals, TotalBy, TotalRow} from '../../model/spend-totals.ts'
import {sumOf} from '../bill-sums.ts'
import {isUsageBucket} from '../classify/charge-kind.ts'
import {apportion, roundedTogether} from '../unit/apportion.ts'

/** As many places as a bill has. */
const sharePlaces = 24

/** By what totals have to be told apart to make a showback of them. */
export function showbackTotals(by: readonly TotalBy[]): readonly TotalBy[] {
  return ['month', ...by.filter((one) => one !== 'month' && one !== 'bucket'), 'bucket']
}

/** From totals by `showbackTotals`. */
export function showback({by, rows}: SpendTotals, places: number): Showback {
  const months = [...new Set(rows.map(({values}) => values[0] ?? ''))].toSorted(compareText)
  const invoiced = rows.every(({unblended}) => unblended !== undefined)
  const parts = months.flatMap((month) => {
    const own = rows.filter(({values}) => values[0] === month)
    const amounts = allocated(own, ({amount}) => amount)
    const invoices = invoiced ? allocated(own, ({unblended = '0'}) => unblended) : undefined
    return [...new Set([...amounts.keys(), ...(invoices?.keys() ?? [])])].toSorted(compareText).map((key) => ({
      month,
      key,
      own: amounts.get(key) ?? nothing,
      invoice: invoices?.get(key),
      whole: sumOf([...amounts.values()].map(wholeOf)),
    }))
  })
  const rounded = roundedTogether(
    parts.map(({own}) => wholeOf(own)),
    places,
  )
  const roundedInvoices = roundedTogether(
    parts.map(({invoice}) => wholeOf(invoice ?? nothing)),
    places,
  )
  const before = new Map(parts.map(({month, key, own}) => [`${month}\n${key}`, wholeOf(own)]))
  return {
    by: by.slice(1, -1),
    rows: parts.map(({month, key, own, invoice, whole}, at): ShowbackRow => {
      const amount = wholeOf(own)
      const [kind, ...values] = JSON.parse(key) as [ShowbackRow['kind'], ...string[]]
      const earlier = months[months.indexOf(month) - 1]
      return {
        month,
        values,
        kind,
        direct: decimalText(own.direct),
        shared: decimalText(own.shared),
        amount: decimalText(amount),
        rounded: (rounded[at] ?? amount).toFixed(places),
        ...(!whole.isZero() && {share: decimalText(amount.div(whole).toDecimalPlaces(6))}),
        ...(earlier !== undefined &&
          earlier !== '' && {change: decimalText(amount.minus(before.get(`${earlier}\n${key}`) ?? 0))}),
        ...(invoiced && {
          invoiced: decimalText(wholeOf(invoice ?? nothing)),
          invoicedRounded: (roundedInvoices[at] ?? amount).toFixed(places),
        }),
      }
    }),
  }
}

interface Part {
  readonly direct: Decimal
  readonly shared: Decimal
}

const nothing: Part = {direct: new Decimal(0), shared: new Decimal(0)}

function wholeOf({direct, shared}: Part): Decimal {
  return direct.plus(shared)
}

/** Of one month, by kind and values: what has a value is direct, usage without one is unallocated, the rest is shared by what is direct. */
function allocated(rows: readonly TotalRow[], amountOf: (row: TotalRow) => string): ReadonlyMap<string, Part> {
  const direct = new Map<string, Decimal>()
  let shared = new Decimal(0)
  for (const row of rows) {
    const values = row.values.slice(1, -1)
    const kind = values[0] === '' ? 'unallocated' : 'allocated'
    const key = JSON.stringify([kind, ...values])
    if (kind === 'unallocated' && !isUsageBucket(row.values.at(-1) ?? '')) shared = shared.plus(amountOf(row))
    else direct.set(key, (direct.get(key) ?? new Decimal(0)).plus(amountOf(row)))
  }
  const parts = new Map<string, Part>([...direct].map(([key, amount]) => [key, {...nothing, direct: amount}]))
  const payers = [...direct]
    .filter(([key, amount]) => key.startsWith('["allocated"') && amount.greaterThan(0))
    .toSorted(([a], [b]) => compareText(a, b))
  if (shared.isZero()) return parts
  if (payers.length === 0) return parts.set(JSON.stringify(['shared-without-anyone']), {...nothing, shared})
  const shares = apportion(
    shared,
    payers.map(([, amount]) => amount),
    sharePlaces,
  )
  for (const [at, [key, amount]] of payers.entries()) {
    parts.set(key, {direct: amount, shared: shares[at] ?? new Decimal(0)})
  }
  return parts
}
