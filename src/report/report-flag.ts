import {userError} from '../errors.ts'
import {closest} from './closest.ts'
import {formatNames, type FormatName} from './formats.ts'

/** One `--report FORMAT[=FILE]`. */
export interface ReportTarget {
  readonly format: FormatName
  /** Absent: standard output. */
  readonly file?: string
}

export function parseReportFlag(text: string): ReportTarget {
  const at = text.indexOf('=')
  const name = at < 0 ? text : text.slice(0, at)
  const format = formatNames.find((known) => known === name)
  if (format === undefined) throw unknownFormat(name)
  if (at < 0) return {format}
  const file = text.slice(at + 1)
  if (file === '')
    throw userError('report-file-missing', `--report ${text} names no file.`, `Write --report ${name}=FILE.`)
  return {format, file}
}

function unknownFormat(name: string): Error {
  const guess = closest(name, formatNames)
  const hint = guess ? `Did you mean ${guess}?` : `Formats: ${formatNames.join(', ')}.`
  return userError('report-format-unknown', `There is no report format ${JSON.stringify(name)}.`, hint)
}
