import {userError} from '../errors.ts'
import {Decimal} from '../model/money.ts'

/** A plain decimal of a flag. @throws {TrueupError} `amount-invalid` */
export function amountIn(text: string): string {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text
  throw userError(
    'amount-invalid',
    `${JSON.stringify(text)} is no amount`,
    'Write digits, and a point where it has a fraction: 1000.50',
  )
}

export function isAbove(amount: string, bound: string | undefined): boolean {
  return bound !== undefined && new Decimal(amount).greaterThan(bound)
}
