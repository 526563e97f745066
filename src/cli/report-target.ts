import {userError} from '../errors.ts'

/** One report to write: `--report FORMAT[=FILE]`. */
export interface ReportTarget {
  readonly format: string
  /** Absent for standard output. */
  readonly file?: string
}

/** @throws {TrueupError} `report-target-invalid` */
export function parseReportTarget(text: string): ReportTarget {
  const equals = text.indexOf('=')
  const [format, file] = equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)]
  if (format === '' || file === '') {
    throw userError(
      'report-target-invalid',
      `--report ${text} names no ${format ? 'file' : 'format'}`,
      'Write --report FORMAT or --report FORMAT=FILE',
    )
  }
  return file === undefined ? {format} : {format, file}
}
