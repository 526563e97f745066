import * as Flags from '@oclif/core/flags'

import {costBases} from '../model/bill.ts'
import {userError} from '../errors.ts'
import type {BillRequest} from '../pipeline/bill-spend.ts'

/** What to read a bill from, and how to count it. */
export const billFlags = {
  bill: Flags.string({
    summary:
      'Bill: a file, a folder, a glob or a manifest of CUR, CUR 2.0 or FOCUS, as CSV or Parquet. May be repeated.',
    helpValue: 'PATH|GLOB',
    helpGroup: 'BILL',
    multiple: true,
  }),
  basis: Flags.option({options: costBases})({
    summary: 'What a charge is taken to cost; default: the first of these that the bill can answer.',
    helpGroup: 'BILL',
  }),
  currency: Flags.string({
    summary: 'Count only lines in this currency, where a bill has several.',
    helpValue: 'CODE',
    helpGroup: 'BILL',
  }),
  strict: Flags.boolean({
    summary: 'Exit code 3 when anything could not be looked at.',
    helpGroup: 'VERDICT',
  }),
}

interface BillFlags {
  readonly bill?: readonly string[] | undefined
  readonly basis?: BillRequest['basis'] | undefined
  readonly currency?: string | undefined
}

/** @throws {TrueupError} `no-bill` */
export function billRequestOf({bill, basis, currency}: BillFlags): BillRequest {
  if (bill === undefined) {
    throw userError('no-bill', 'no bill to sum', 'Name one with --bill PATH: a file, a folder, a glob or a manifest')
  }
  return {bills: bill, ...(basis !== undefined && {basis}), ...(currency !== undefined && {currency})}
}
