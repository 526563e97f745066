import {compareText} from '../model/finding.ts'
import {Decimal, decimalText, hoursPerMonth} from '../model/money.ts'
import type {CurrencyTotal, RunRateRow} from '../model/spend.ts'

/** Sums of rows, by currency: USD first, where there is any, then by name. At least one total, of zero. */
export function totalsOf(rows: readonly RunRateRow[]): readonly [CurrencyTotal, ...CurrencyTotal[]] {
  const currencies = [...new Set(rows.flatMap(({currency}) => currency ?? []))].toSorted(usdFirst)
  const [first = 'USD', ...others] = currencies
  return [totalOf(rows, first), ...others.map((currency) => totalOf(rows, currency))]
}

export function isUnowned({missingKeys}: RunRateRow): boolean {
  return missingKeys.length > 0
}

/** A month of an hourly amount, exactly. */
export function monthly(hourly: Decimal | string): string {
  return decimalText(new Decimal(hourly).times(hoursPerMonth))
}

/** The sum of decimal texts; what is absent is not known and in no sum. */
export function sum(amounts: readonly (string | undefined)[]): string {
  return decimalText(amounts.reduce((total, amount) => total.plus(amount ?? 0), new Decimal(0)))
}

function totalOf(rows: readonly RunRateRow[], currency: string): CurrencyTotal {
  const priced = rows.filter((row) => row.currency === currency)
  return {currency, ...amountsOf(priced), unowned: amountsOf(priced.filter(isUnowned))}
}

function amountsOf(rows: readonly RunRateRow[]) {
  return {hourly: sum(rows.map(({hourly}) => hourly)), monthly: sum(rows.map((row) => row.monthly))}
}

function usdFirst(a: string, b: string): number {
  return Number(b === 'USD') - Number(a === 'USD') || compareText(a, b)
}
