import {createHash} from 'node:crypto'
import {symlink} from 'node:fs/promises'
import {join, resolve} from 'node:path'

import {quoteText} from '../spend/charges/sql.ts'
import type {SourceColumn} from '../model/bill.ts'
import type {CsvHeader} from './csv-header.ts'
import type {Engine} from './engine.ts'

/** Every column of a CSV as text, under its position: headers may differ in case alone, which SQL does not tell apart. */
export function csvColumns({names}: CsvHeader): readonly SourceColumn[] {
  return names.map((name, at) => ({name, type: 'VARCHAR', sql: columnAt(at)}))
}

/** Nothing is guessed: a line that does not have the columns of the header is an error. FOCUS files of some writers spell nothing as NULL. */
export function readCsv(path: string, {names, delimiter}: CsvHeader, nullText: boolean): string {
  const columns = names.map((_, at) => `'${columnAt(at)}': 'VARCHAR'`).join(', ')
  const nulls = nullText ? `, nullstr = ['', 'NULL'], allow_quoted_nulls = false` : ''
  // A name may end in .gz for no reason: what was packed is unpacked by now.
  return `read_csv(${quoteText(path)}, auto_detect = false, compression = 'none', header = true, delim = ${quoteText(delimiter)}, quote = '"', escape = '"', columns = {${columns}}${nulls})`
}

/** DuckDB takes these in a path for a pattern, quoted or not. */
const patternCharacters = /[*?[\]]/

/** A path that DuckDB reads as it is: a link, where the name looks like a pattern. */
export async function plainPath(file: string, folder: string): Promise<string> {
  if (!patternCharacters.test(file)) return file
  const digest = createHash('sha256').update(file).digest('hex').slice(0, 16)
  const link = join(folder, `link-${digest}`)
  await symlink(resolve(file), link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return link
}

export function readParquet(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(', ')}], union_by_name = false, hive_partitioning = false)`
}

/** @returns the schema of a Parquet file, and how many lines it says it has */
export async function parquetColumns(
  engine: Engine,
  file: string,
): Promise<{readonly columns: readonly SourceColumn[]; readonly lines: number}> {
  const described = await engine.rows(`DESCRIBE SELECT * FROM ${readParquet([file])}`)
  const [counted] = await engine.rows(
    `SELECT CAST(SUM(num_rows) AS VARCHAR) AS lines FROM parquet_file_metadata(${quoteText(file)})`,
  )
  const columns = described.map(({column_name: name, column_type: type}) => ({
    name: name ?? '',
    type: type ?? '',
    sql: `"${(name ?? '').replaceAll('"', '""')}"`,
  }))
  return {columns, lines: Number(counted?.['lines'] ?? 0)}
}

function columnAt(position: number): string {
  return `c${position}`
}
