import * as Flags from '@oclif/core/flags'

import {costBases} from '../model/bill.ts'
import {userError} from '../errors.ts'
import type {BillRequest} from '../pipeline/bill-spend.ts'
import {approvePaid, type PaidRequests} from './approve-paid.ts'
import {monthsIn} from './months.ts'
import {spendReportFlag, type SpendTarget} from './spend-target.ts'

/** What to read a bill from, and how to count it. */
export const billFlags = {
  bill: Flags.string({
    summary:
      'Bill: a file, a folder, a glob or a manifest of CUR, CUR 2.0 or FOCUS, as CSV or Parquet, here or in S3; or a table that Athena sums, athena://WORKGROUP/DATABASE/TABLE; or cost-explorer, whose requests are paid for. May be repeated.',
    helpValue: 'PATH|GLOB|s3://…|athena://…|cost-explorer',
    helpGroup: 'BILL',
    multiple: true,
  }),
  'bill-profile': Flags.string({
    summary: 'AWS profile for bills in S3.',
    helpValue: 'NAME',
    helpGroup: 'BILL',
    dependsOn: ['bill'],
  }),
  'bill-role': Flags.string({
    summary: 'Role to assume for bills in S3. May be repeated, for a chain.',
    helpValue: 'ARN',
    helpGroup: 'BILL',
    multiple: true,
    dependsOn: ['bill'],
  }),
  'bill-cache': Flags.integer({
    summary: 'GiB that bills downloaded from S3 may take; default: 20.',
    helpValue: 'GIB',
    helpGroup: 'BILL',
    min: 1,
    dependsOn: ['bill'],
  }),
  'bill-region': Flags.string({
    summary: 'Region of the bucket or of Athena; default: as the environment or the profile says.',
    helpValue: 'REGION',
    helpGroup: 'BILL',
    dependsOn: ['bill'],
  }),
  'athena-output': Flags.string({
    summary: 'Where Athena writes results, where its workgroup does not say.',
    helpValue: 's3://…',
    helpGroup: 'BILL',
    dependsOn: ['bill'],
  }),
  yes: Flags.boolean({
    summary: 'Agree to paid requests to Cost Explorer (USD 0.01 each) without being asked.',
    helpGroup: 'BILL',
  }),
  month: Flags.custom({parse: async (input) => monthsIn(input).join(',')})({
    summary: 'Count only these months (2026-10, or 2026-08..2026-10); Athena scans no others. May be repeated.',
    helpValue: 'MONTH[..MONTH]',
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
  report: spendReportFlag,
  strict: Flags.boolean({
    summary: 'Exit code 3 when anything could not be looked at.',
    helpGroup: 'VERDICT',
  }),
}

/** Totals of the bill. */
export const byFlag = Flags.string({
  summary:
    'Totals that sum to the bill, by day, month, account, region, product, bucket, model, team, cause or tag:KEY; several joined by commas in one table. May be repeated.',
  helpValue: 'NAME[,NAME]',
  helpGroup: 'BILL',
  multiple: true,
})

interface BillFlags {
  readonly by?: readonly string[] | undefined
  readonly bill?: readonly string[] | undefined
  readonly basis?: BillRequest['basis'] | undefined
  readonly currency?: string | undefined
  readonly 'bill-profile'?: string | undefined
  readonly 'bill-role'?: readonly string[] | undefined
  readonly 'bill-cache'?: number | undefined
  readonly 'bill-region'?: string | undefined
  readonly 'athena-output'?: string | undefined
  readonly yes?: boolean | undefined
  readonly month?: readonly string[] | undefined
}

/** @throws {TrueupError} `no-bill` */
export function billRequestOf(flags: BillFlags, targets: readonly SpendTarget[], signal: AbortSignal): BillRequest {
  const {bill, by, basis, currency, 'bill-profile': profile, 'bill-role': roles, 'bill-cache': cache} = flags
  if (bill === undefined) {
    throw userError('no-bill', 'no bill to sum', 'Name one with --bill PATH: a file, a folder, a glob or a manifest')
  }
  const months = flags.month?.flatMap((text) => text.split(','))
  const {'bill-region': region, 'athena-output': athenaOutput} = flags
  const access = {
    ...(region !== undefined && {region}),
    ...(athenaOutput !== undefined && {athenaOutput}),
    ...(months && {months}),
    daily: (by ?? []).some((text) => text.split(',').includes('day')),
    approve: async (paid: PaidRequests) => approvePaid(paid, flags.yes ?? false, signal),
    ...(profile !== undefined && {profile}),
    ...(roles !== undefined && {roles}),
    ...(cache !== undefined && {cacheLimit: cache * 1024 ** 3}),
  }
  const showback = targets.some(({format}) => format === 'showback' || format === 'chargeback')
  const focus = targets.flatMap(({format, file}) => (format === 'focus-1.2' && file !== undefined ? [file] : []))
  return {
    bills: bill,
    access,
    showback,
    focus,
    ...(months && {months}),
    ...(by !== undefined && {totals: by}),
    ...(basis !== undefined && {basis}),
    ...(currency !== undefined && {currency}),
  }
}
