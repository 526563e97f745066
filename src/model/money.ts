import {Decimal as Base} from 'decimal.js'

/** Enough digits for any sum of a bill: decimal.js keeps 20 by default, and a bill of millions in 24 places has more. */
export const Decimal = Base.clone({precision: 80})
export type Decimal = Base

/** An exact amount. Every figure says its currency and how it was reached; it becomes text only in a reporter. */
export interface Money {
  readonly amount: Decimal
  /** ISO 4217. */
  readonly currency: string
}

/** Hours in a month as AWS's own calculators count them: 365 days x 24 / 12. */
export const hoursPerMonth = 730

/** All digits that the amount has; never in exponent form. */
export function decimalText(amount: Decimal): string {
  return amount.toFixed()
}

/** Places that amounts of a currency are paid in: two of dollars, none of yen. */
export function placesOf(currency: string | undefined): number {
  try {
    const format = new Intl.NumberFormat('en', {style: 'currency', currency: currency ?? 'USD'})
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}
