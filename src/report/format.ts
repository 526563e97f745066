import type {Report} from '../model/report.ts'

/**
 * A report format: a pure function from a report to text, registered by one line in `report/formats.ts`. A format that may grow
 * with the number of findings yields pieces of text, so that memory stays bounded; `report/chunks.ts` makes writable blocks of
 * them. What a report means for the exit code is not a format's business.
 */
export type Format = (report: Report, options: FormatOptions) => string | Iterable<string>

export interface FormatOptions {
  /** Columns that text is laid out for; formats for machines take no notice. */
  readonly width: number
  readonly colour: boolean
  /** Findings of one code on one type that are shown one by one, the rest is counted; `Infinity` shows all. */
  readonly limit?: number
}
