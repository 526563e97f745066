import {produceAtomically} from '../files/atomic-write.ts'
import type {SpendTable} from '../model/spend-table.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {selectFocus} from '../spend/charges/focus-export.ts'
import {decimalType, quoteText} from '../spend/charges/sql.ts'
import {billError} from './bill-error.ts'
import type {Charges} from './charges.ts'
import {openEngine} from './engine.ts'
import type {Bill} from './open-bill.ts'
import {loadKindLabels} from './total-sums.ts'

/** Options of COPY by the end of the name. */
function formatOf(file: string): string {
  if (/\.parquet$/i.test(file)) return '(FORMAT parquet, COMPRESSION zstd)'
  return `(FORMAT csv, HEADER, DELIMITER ','${/\.gz$/i.test(file) ? ', COMPRESSION gzip' : ''})`
}

/** All lines of a bill as a FOCUS dataset: Parquet, or CSV (`.csv`, `.csv.gz`) by the name of the file. Nothing is kept in memory. */
export async function writeFocus(bill: Bill, charges: Charges, file: string, signal: AbortSignal): Promise<void> {
  if (!bill.hasLines) {
    throw billError(
      'bill-lines-elsewhere',
      'the lines of this bill are not on this machine: FOCUS cannot be written of them',
    )
  }
  await loadKindLabels(bill, charges)
  const select = selectFocus(charges.scope, !/\.parquet$/i.test(file))
  await produceAtomically(file, (path) => bill.run(`COPY (${select}) TO ${quoteText(path)} ${formatOf(file)}`), signal)
}

/** A table as Parquet, amounts as exact decimals. @throws {TrueupError} `duckdb-missing`, `file-not-writable` */
export async function writeParquet({columns, rows}: SpendTable, file: string, {signal}: Surroundings): Promise<void> {
  await using engine = await openEngine(signal)
  const names = columns.map((_, at) => `c${at}`)
  await engine.load('report', names, texts(rows))
  const select = columns.map(({name, type}, at) => `CAST(c${at} AS ${types[type]}) AS "${name.replaceAll('"', '""')}"`)
  await produceAtomically(
    file,
    (path) => engine.run(`COPY (SELECT ${select.join(', ')} FROM report) TO ${quoteText(path)} (FORMAT parquet)`),
    signal,
  )
}

const types = {text: 'VARCHAR', amount: decimalType, count: 'BIGINT'} as const

function* texts(rows: SpendTable['rows']): Generator<readonly (string | null)[]> {
  for (const row of rows) yield row.map((cell) => cell ?? null)
}
