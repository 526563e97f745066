import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'

import type {Expression} from '../expression/expression.ts'
import type {Parsed, ParseTask} from './parse-worker.ts'
import type {ParsedFile} from './parsed-file.ts'
import {WorkerPool} from './worker-pool.ts'

/**
 * Parses in threads of their own: an overflow of the parser's stack would end the process, and many files use the cores.
 *
 * @throws Error with the parser's message, or one that says why there is no answer
 */
export async function parseInThread(file: string, text: string): Promise<ParsedFile> {
  return (await threads().run({kind: 'file', file, text}, text.length)) as ParsedFile
}

/** Expressions of texts that turn up while evaluating. @throws as `parseInThread` */
export async function compileInThread(texts: readonly string[]): Promise<ReadonlyMap<string, Expression>> {
  const weight = texts.reduce((sum, {length}) => sum + length, 0)
  return (await threads().run({kind: 'templates', texts}, weight)) as ReadonlyMap<string, Expression>
}

let pool: WorkerPool<ParseTask, Parsed> | undefined

/** Starting a thread takes as long as parsing some 60 KB. */
function threads(): WorkerPool<ParseTask, Parsed> {
  const most = Math.max(1, Math.min(8, availableParallelism()))
  pool ??= new WorkerPool({program: program(), most, worthStarting: 128 * 1024, longestMs: 60_000})
  return pool
}

/** Built, this code is a chunk in `dist/chunks`, and the worker an entry of its own (`scripts/bundle.ts`). */
function program(): string {
  const built = join(import.meta.dirname, '../declared/hcl/parse/parse-worker.js')
  return existsSync(built) ? built : join(import.meta.dirname, 'parse-worker.ts')
}
