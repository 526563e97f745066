import {TrueupError} from '../errors.ts'
import {sumTotals, type LineLabel} from '../billing/total-sums.ts'
import {billError} from '../billing/bill-error.ts'
import type {Charges} from '../billing/charges.ts'
import type {Bill} from '../billing/open-bill.ts'
import type {BillSpend} from '../model/bill-report.ts'
import {Decimal, placesOf} from '../model/money.ts'
import type {SpendTotals, TotalBy} from '../model/spend-totals.ts'
import {showback, showbackTotals} from '../spend/bill-totals/showback.ts'
import {totalBy} from '../spend/bill-totals/total-by.ts'

/** What else is told of a bill besides the answer itself. */
export interface TotalsRequest {
  /** Each as `--by` says it: `day`, or `team,model` for both together. */
  readonly totals?: readonly string[]
  /** Whether to say who has to pay for what, by the first of `totals` that tells somebody apart, or by team. */
  readonly showback?: boolean
  /** Files to write all lines to as a FOCUS dataset: Parquet or CSV by their names. */
  readonly focus?: readonly string[]
}

/** @throws {TrueupError} `totals-invalid` */
export function checkTotals({totals = []}: TotalsRequest): void {
  for (const text of totals) totalBy(text)
}

export interface TotalsContext {
  /** Of the bill: what totals have to sum to. */
  readonly total: string
  readonly signal: AbortSignal
  /** What machines were judged to be, for totals by cause and team. */
  readonly lines?: () => readonly LineLabel[]
}

/** Totals and showback of a bill, proven to sum to it, and what all questions have cost; writes what is asked for line by line. */
export async function billTotals(
  bill: Bill,
  charges: Charges,
  {totals: texts = [], showback: wantsShowback = false, focus = []}: TotalsRequest,
  {total, signal, lines}: TotalsContext,
): Promise<Pick<BillSpend, 'totals' | 'showback' | 'paid'>> {
  for (const file of focus) await (await import('../billing/copy-out.ts')).writeFocus(bill, charges, file, signal)
  const tables = texts.map(totalBy)
  if (bill.lacking) checkTold(tables, wantsShowback)
  const payers = wantsShowback ? [showbackTotals(tables.find((by) => by.some(isPayer)) ?? defaultPayers)] : []
  const sums = await sumTotals(bill, charges, [...tables, ...payers], lines)
  for (const one of sums) proveWhole(one, total)
  const own = sums.slice(0, tables.length)
  const basis = sums[tables.length]
  return {
    ...(bill.paid && {paid: bill.paid}),
    ...(own.length > 0 && {totals: own}),
    ...(basis && {showback: showback(basis, placesOf(charges.currency))}),
  }
}

/** What has no accounts, tags and resources cannot be told apart by them: one row of everything would look like an answer. */
function checkTold(tables: readonly (readonly TotalBy[])[], wantsShowback: boolean): void {
  const asked = tables.flat().find((by) => isPayer(by) || by === 'cause') ?? (wantsShowback ? 'a showback' : undefined)
  if (asked !== undefined)
    throw billError('cost-explorer-cannot', `Cost Explorer cannot tell ${asked} beside services and usage types`)
}

function isPayer(by: TotalBy): boolean {
  return by === 'team' || by === 'account' || by.startsWith('tag:')
}

const defaultPayers: readonly TotalBy[] = ['team']

/** Told apart in another way, the bill is the same. */
function proveWhole({by, rows}: SpendTotals, total: string): void {
  const sum = rows.reduce((all, {amount}) => all.plus(amount), new Decimal(0))
  if (sum.equals(total)) return
  throw new TrueupError(`by ${by.join(', ')} the bill costs ${sum.toFixed()}, and as a whole ${total}`, {
    code: 'bill-does-not-add-up',
    fault: 'bug',
    hint: 'Report it, with the columns of the bill: no figure of this bill can be trusted',
  })
}
