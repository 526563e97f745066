import type {SourceColumn} from '../../model/bill.ts'
import {type Dialect, duckDb} from './dialect.ts'

/** The columns of a file, found by any of their spellings. */
export class SourceColumns {
  readonly all: readonly SourceColumn[]
  readonly dialect: Dialect
  readonly #bySnakeName: ReadonlyMap<string, SourceColumn>
  readonly #byName: ReadonlyMap<string, SourceColumn>

  constructor(columns: readonly SourceColumn[], dialect: Dialect = duckDb) {
    this.all = columns
    this.dialect = dialect
    this.#byName = new Map(columns.map((column) => [column.name.toLowerCase(), column]))
    this.#bySnakeName = new Map(columns.map((column) => [snakeName(column.name), column]))
  }

  /** By the name that CUR 2.0 and Athena use; `lineItem/UsageType` of a CSV is `line_item_usage_type`. */
  cur(name: string): SourceColumn | undefined {
    return this.#bySnakeName.get(name)
  }

  /** FOCUS: the first of the names that there is, in any case: some writers lower-case the names. */
  focus(...names: readonly string[]): SourceColumn | undefined {
    return names.flatMap((name) => this.#byName.get(name.toLowerCase()) ?? [])[0]
  }
}

/**
 * The name of a legacy column in Athena and CUR 2.0: every capital after an underscore, everything else that is no letter or digit an
 * underscore, none doubled: `reservation/ReservationARN` is `reservation_reservation_a_r_n`
 * (https://docs.aws.amazon.com/cur/latest/userguide/cur-ate-run.html).
 */
function snakeName(name: string): string {
  return name
    .replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
    .replaceAll(/[^a-z0-9_]/g, '_')
    .replaceAll(/_{2,}/g, '_')
    .replace(/^_/, '')
}
