import {TrueupError, userError} from '../errors.ts'

/** Why a bill, or a file of one, cannot be read as it is; `report/error-words/bill.ts` has the words of each. */
export type BillErrorCode =
  | 'bill-not-found'
  | 'bill-unreadable'
  | 'bill-empty'
  | 'bill-corrupt'
  | 'bill-not-a-bill'
  | 'bill-focus-preview'
  | 'bill-files-absent'
  | 'bill-versions'
  | 'bill-delivered-twice'
  | 'bill-mixed-formats'
  | 'bill-currencies'
  | 'bill-basis'
  | 'bill-too-large'
  | 'bill-engines-mixed'
  | 'bill-lines-elsewhere'
  | 'not-approved'
  | 'cost-explorer-denied'
  | 'cost-explorer-failed'
  | 'cost-explorer-months'
  | 'cost-explorer-cannot'
  | 'athena-place-invalid'
  | 'athena-no-output'
  | 'athena-denied'
  | 'athena-limit'
  | 'athena-failed'

const hints: Readonly<Record<BillErrorCode, string>> = {
  'bill-not-found': 'Check the path; --bill takes a file, a folder, a glob or a manifest',
  'bill-unreadable': 'Check the permissions of the file',
  'bill-empty': 'Download it again: an interrupted download leaves an empty file',
  'bill-corrupt': 'Download it again: an interrupted download leaves a part of a file',
  'bill-not-a-bill': 'Give a Cost and Usage Report (legacy or 2.0) or a FOCUS export, as CSV or Parquet',
  'bill-focus-preview': 'Export FOCUS 1.0 or newer',
  'bill-files-absent': 'Download all files that the manifest names',
  'bill-versions': 'Give the folder of one version, or the manifest of the period beside its versions',
  'bill-delivered-twice': 'Give one of them: counting both would count the same money twice',
  'bill-mixed-formats': 'Give one of them: both hold the same charges',
  'bill-currencies': 'Pick one with --currency',
  'bill-too-large': 'Give fewer months, raise --bill-cache, or let Athena sum it where it lies',
  'bill-engines-mixed': 'Give a bill in one place: files, one table of Athena, or Cost Explorer',
  'bill-lines-elsewhere': 'Give files with --bill, or let Athena UNLOAD the table',
  'not-approved': 'Give --yes, or agree in a terminal',
  'cost-explorer-denied':
    'Ask in the account that pays (--bill-profile, --bill-role), with what trueup permissions --for bill-cost-explorer prints',
  'cost-explorer-failed': 'Ask again later, for fewer months, or sum an export of the bill',
  'cost-explorer-months': 'Name months that have begun: --month 2026-10',
  'cost-explorer-cannot': 'Give a Cost and Usage Report or a FOCUS export: files, or a table of Athena',
  'athena-place-invalid': 'Write --bill athena://WORKGROUP/DATABASE/TABLE',
  'athena-no-output': 'Name a folder with --athena-output s3://BUCKET/FOLDER/, or set one for the workgroup',
  'athena-denied':
    'Let the role ask Athena, read the table and its bucket, and read and write the results: trueup permissions --for bill-athena',
  'athena-limit': 'Name months with --month, so that fewer partitions are scanned, or raise the limit of the workgroup',
  'athena-failed': 'Look at the query in the console of Athena, by its id',
  'bill-basis': 'Choose another --basis, or export the columns',
}

/** AWS was asked as it should be, and did not answer: the run could not finish. */
const ofAws: ReadonlySet<BillErrorCode> = new Set([
  'athena-denied',
  'athena-limit',
  'athena-failed',
  'cost-explorer-denied',
  'cost-explorer-failed',
])

export function billError(code: BillErrorCode, message: string, cause?: unknown): TrueupError {
  const hint = hints[code]
  return ofAws.has(code)
    ? new TrueupError(message, {code, fault: 'aws', hint, cause})
    : userError(code, message, hint, cause)
}
