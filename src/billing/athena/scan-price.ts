import {Decimal, decimalText} from '../../model/money.ts'

/**
 * USD for a terabyte that is scanned, as listed for most regions (https://aws.amazon.com/athena/pricing/, looked up in November 2026; some
 * regions cost more, and workgroups of reserved capacity pay by time).
 */
const perTerabyte = '5'

/** Megabytes are rounded up, and a query has at least ten. */
const megabyte = 1_000_000
const leastMegabytes = 10

/** What queries cost that scanned so many bytes each, about. */
export function scanPrice(bytes: readonly number[]): string {
  const megabytes = bytes.reduce((sum, one) => sum + Math.max(leastMegabytes, Math.ceil(one / megabyte)), 0)
  return decimalText(new Decimal(perTerabyte).times(megabytes).div(1_000_000))
}
