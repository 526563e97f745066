import {historyFormatNames, type HistoryFormatName} from '../report/over-time/formats.ts'
import {parseTarget} from './report-target.ts'

/** One report of a history: `--report FORMAT[=FILE]`. */
export interface HistoryTarget {
  readonly format: HistoryFormatName
  readonly file?: string
}

/**
 * Reports that were asked for on the command line. Those of a project file are of scans, and their files are not to be written over.
 *
 * @throws {TrueupError} `report-target-invalid`, `report-format-unknown`
 */
export function typedTargets(texts: readonly string[] | undefined, typed: readonly string[]): readonly HistoryTarget[] {
  return (texts ?? [])
    .filter((text) => typed.includes(text) || typed.includes(`--report=${text}`))
    .map((text) => parseTarget(text, historyFormatNames))
}
