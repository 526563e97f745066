import {createHash, type Hash} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {open, rm, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import type {Readable} from 'node:stream'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'

import {TrueupError} from '../errors.ts'
import {billError} from './bill-error.ts'

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'parquet' | 'gzip' | 'zip' | 'text'

/** A CSV on disk that DuckDB can read with all its threads. */
export interface PlainCsv {
  readonly path: string
  /** As a person would name it: `bill.zip: report.csv`. */
  readonly shown: string
  /** Of the content: two deliveries of one file have the same, however they are packed. */
  readonly digest: string
}

/** @throws {TrueupError} `bill-empty`, `bill-unreadable` */
export async function kindOf(file: string): Promise<FileKind> {
  try {
    if ((await stat(file)).size === 0) throw billError('bill-empty', `${file} is empty`)
    await using handle = await open(file)
    const start = Buffer.alloc(4)
    await handle.read(start, 0, 4, 0)
    if (start.toString('latin1') === 'PAR1') return 'parquet'
    if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip'
    return start.toString('latin1') === 'PK\u0003\u0004' ? 'zip' : 'text'
  } catch (error) {
    throw readable(file, error)
  }
}

/**
 * The CSV files in a file, one after another; what had to be unpacked is deleted as soon as the next one is asked for, so that the disk
 * holds one at a time. Packed files are unpacked here, not by DuckDB: that takes half of a gzip for the whole, without a word.
 */
export async function* plainCsvs(
  file: string,
  kind: 'gzip' | 'zip' | 'text',
  folder: string,
): AsyncGenerator<PlainCsv> {
  if (kind === 'text') yield {path: file, shown: file, digest: await digestOf(createReadStream(file), file)}
  else if (kind === 'gzip') yield* unpacked(() => gunzip(file), file, folder)
  else {
    const {zipEntries} = await import('./zip-entries.ts')
    for await (const {name, read} of zipEntries(file)) yield* unpacked(read, `${file}: ${name}`, folder)
  }
}

function gunzip(file: string): Promise<Readable> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error))
  return Promise.resolve(source.pipe(plain))
}

async function* unpacked(read: () => Promise<Readable>, shown: string, folder: string): AsyncGenerator<PlainCsv> {
  const path = join(folder, `unpacked-${createHash('sha256').update(shown).digest('hex').slice(0, 16)}.csv`)
  try {
    const hash = createHash('sha256')
    await pipeline(await read(), hashing(hash), createWriteStream(path)).catch((error: unknown) => {
      throw corrupt(shown, error)
    })
    yield {path, shown, digest: hash.digest('hex')}
  } finally {
    await rm(path, {force: true})
  }
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

async function digestOf(source: Readable, file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of source) hash.update(chunk as Buffer)
  } catch (error) {
    throw readable(file, error)
  }
  return hash.digest('hex')
}

/** @returns the digest of a file as it is on disk */
export function fileDigest(file: string): Promise<string> {
  return digestOf(createReadStream(file), file)
}

function readable(file: string, error: unknown): TrueupError {
  if (error instanceof TrueupError) return error
  return billError('bill-unreadable', `cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`, error)
}

function corrupt(shown: string, error: unknown): TrueupError {
  if (error instanceof TrueupError) return error
  const {code = '', message} = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') {
    return billError('bill-unreadable', `no space left on disk to unpack ${basename(shown)}`, error)
  }
  const reason = code === 'Z_BUF_ERROR' || /unexpected end/i.test(message) ? 'it ends too early' : message
  return billError('bill-corrupt', `${shown} cannot be unpacked: ${reason}`, error)
}
