import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {TrueupError, userError} from '../errors.ts'

/** A row as text: exact decimals, counts and times all come as SQL casts them to VARCHAR; null where there is nothing. */
export type Row = Readonly<Record<string, string | null>>

/** DuckDB over a folder of its own that goes away with it. */
export interface Engine extends AsyncDisposable {
  /** For what outgrows memory, and files that have to be unpacked. */
  readonly folder: string
  run(sql: string): Promise<void>
  /** All columns must be VARCHAR. */
  rows(sql: string): Promise<readonly Row[]>
  /** The same in blocks, as they come: for what does not fit in memory. */
  stream(sql: string): AsyncIterable<readonly Row[]>
  /** A table of texts, new or in place of the former one; rows may come from a stream of this engine. */
  load(table: string, columns: readonly string[], rows: TextRows): Promise<void>
}

/** As many texts as there are columns. */
export type TextRows = Iterable<readonly (string | null)[]> | AsyncIterable<readonly (string | null)[]>

/** Enough for bills of tens of millions of lines, which spill to disk; the process as a whole stays below twice that. */
const memoryLimit = '1GB'

/**
 * @throws {TrueupError} `duckdb-missing`
 */
export async function openEngine(signal: AbortSignal): Promise<Engine> {
  const {DuckDBInstance} = await loadDuckDb()
  const folder = await mkdtemp(join(tmpdir(), 'trueup-bill-'))
  const instance = await DuckDBInstance.create(join(folder, 'charges.duckdb'), {
    memory_limit: memoryLimit,
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'false',
    // Nothing is fetched at run time: Parquet, JSON and ICU are built in, and no more is needed.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  const interrupt = () => connection.interrupt()
  signal.addEventListener('abort', interrupt)
  return {
    folder,
    run: async (sql) => {
      signal.throwIfAborted()
      await connection.run(sql)
    },
    rows: async (sql) => {
      signal.throwIfAborted()
      return (await connection.runAndReadAll(sql)).getRowObjectsJson() as readonly Row[]
    },
    stream: async function* (sql) {
      signal.throwIfAborted()
      for await (const rows of (await connection.stream(sql)).yieldRowObjectJson()) yield rows as readonly Row[]
    },
    load: async (table, columns, rows) => {
      await connection.run(`CREATE OR REPLACE TABLE ${table} (${columns.map((name) => `${name} VARCHAR`).join(', ')})`)
      // A connection of its own: that of the stream is busy until its end.
      const loading = await instance.connect()
      try {
        await appendRows(await loading.createAppender(table), rows, signal)
      } finally {
        loading.closeSync()
      }
    },
    [Symbol.asyncDispose]: async () => {
      signal.removeEventListener('abort', interrupt)
      connection.closeSync()
      instance.closeSync()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

async function appendRows(
  appender: import('@duckdb/node-api').DuckDBAppender,
  rows: TextRows,
  signal: AbortSignal,
): Promise<void> {
  for await (const row of rows) {
    signal.throwIfAborted()
    for (const text of row) {
      if (text === null) appender.appendNull()
      else appender.appendVarchar(text)
    }
    appender.endRow()
  }
  appender.closeSync()
}

async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    throw userError(
      'duckdb-missing',
      'bills are read with DuckDB, which is not installed: it is an optional dependency (70 MB)',
      'Install it beside trueup: npm install --global @duckdb/node-api (without --global where trueup is a dependency of a project)',
      error,
    )
  }
}

/** The first line of what DuckDB says: the rest are settings of its parser. */
export function engineReason(error: unknown): string {
  if (error instanceof TrueupError) return error.message
  const text = error instanceof Error ? error.message : String(error)
  return text
    .split('\n')
    .filter((line) => !/^(?:Original Line|Possible|\s*\*|\s*file =)/.test(line) && line.trim() !== '')
    .slice(0, 2)
    .join('; ')
    .replace(/^\w+(?: \w+)* Error: /, '')
}
