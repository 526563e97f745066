import * as Flags from '@oclif/core/flags'

import {userError} from '../errors.ts'
import {closest} from '../model/closest.ts'
import {formatNames} from '../report/formats.ts'

/** What `trueup spend` can write. Tables are of the totals where `--by` asks for some. */
export const spendFormats = ['terminal', 'json', 'csv', 'parquet', 'focus-1.2', 'showback', 'chargeback'] as const
export type SpendFormat = (typeof spendFormats)[number]

/** One report to write: `--report FORMAT[=FILE]`. */
export interface SpendTarget {
  readonly format: SpendFormat
  /** Absent for standard output. */
  readonly file?: string
}

export const spendReportFlag = Flags.string({
  summary: `Report to write, to a file or to standard output: ${spendFormats.join(', ')}. May be repeated.`,
  helpValue: 'FORMAT[=FILE]',
  helpGroup: 'OUTPUT',
  multiple: true,
})

/**
 * Reports that were asked for. A project file names reports of scans as well: those that nobody typed here are not meant.
 *
 * @throws {TrueupError} `report-target-invalid`, `report-format-unknown`, `report-needs-file`
 */
export function spendTargets(texts: readonly string[] = [], typed: readonly string[]): readonly SpendTarget[] {
  return texts.flatMap((text) => {
    const [, name = '', , file] = /^([^=]*)(=(.*))?$/s.exec(text) ?? []
    if (name === '' || file === '') {
      throw userError(
        'report-target-invalid',
        `--report ${text} names no ${name ? 'file' : 'format'}`,
        'Write --report FORMAT or --report FORMAT=FILE',
      )
    }
    const format = spendFormats.find((known) => known === name)
    if (format === undefined) return ofScans(name, text, typed)
    if (file === undefined && (format === 'parquet' || format === 'focus-1.2')) {
      throw userError('report-needs-file', `--report ${format} names no file`, `Write --report ${format}=FILE`)
    }
    return [{format, ...(file !== undefined && {file})}]
  })
}

function ofScans(name: string, text: string, typed: readonly string[]): readonly SpendTarget[] {
  const isTyped = typed.some((one) => one === text || one === `--report=${text}`)
  if (!isTyped && formatNames.some((known) => known === name)) return []
  const guess = closest(name, spendFormats)
  const hint = guess ? `Did you mean ${guess}?` : `Formats: ${spendFormats.join(', ')}`
  throw userError('report-format-unknown', `there is no report format ${JSON.stringify(name)} of bills`, hint)
}
