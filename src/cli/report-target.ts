import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import {formatNames, type FormatName} from '../report/formats.ts'

/** One report to write: `--report FORMAT[=FILE]`. */
export interface ReportTarget {
  readonly format: FormatName
  /** Absent for standard output. */
  readonly file?: string
}

/** @throws {TrueupError} `report-target-invalid`, `report-format-unknown` */
export function parseReportTarget(text: string): ReportTarget {
  return parseTarget(text, formatNames)
}

/** The same of other reports than those of a scan. @throws {TrueupError} `report-target-invalid`, `report-format-unknown` */
export function parseTarget<Name extends string>(
  text: string,
  names: readonly Name[],
): {readonly format: Name; readonly file?: string} {
  const equals = text.indexOf('=')
  const [name, file] = equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)]
  if (name === '' || file === '') {
    throw userError(
      'report-target-invalid',
      `--report ${text} names no ${name ? 'file' : 'format'}`,
      'Write --report FORMAT or --report FORMAT=FILE',
    )
  }
  const format = formatNamed(name, names)
  return file === undefined ? {format} : {format, file}
}

function formatNamed<Name extends string>(name: string, names: readonly Name[]): Name {
  const format = names.find((known) => known === name)
  if (format !== undefined) return format
  const guess = closest(name, names)
  const hint = guess ? `Did you mean ${guess}?` : `Formats: ${names.join(', ')}`
  throw userError('report-format-unknown', `there is no report format ${JSON.stringify(name)}`, hint)
}
