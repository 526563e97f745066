import {randomUUID} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {open, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {userError} from '../errors.ts'

/** Text as a whole, or in pieces for what does not fit in memory. */
export type Chunks = string | Iterable<string> | AsyncIterable<string>

/**
 * Whoever reads `file` sees the old content or the new one, never a part: written beside it, synced, then renamed. An aborted or
 * failed write leaves nothing behind. (The libraries for this, write-file-atomic and atomically, want the whole content in memory.)
 * @throws {TrueupError} `file-not-writable`
 */
export async function writeAtomically(file: string, chunks: Chunks, signal?: AbortSignal): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const existing = await stat(target).catch(() => undefined)
  // A pipe, a terminal or /dev/stdout cannot be renamed over.
  if (existing?.isFile() === false) return write(await openFor(file, target, 'w'), chunks, signal)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
  const handle = await openFor(file, temporary, 'wx', existing?.mode)
  try {
    await write(handle, chunks, signal)
    signal?.throwIfAborted()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}

async function openFor(file: string, path: string, flags: string, mode?: number): Promise<FileHandle> {
  return open(path, flags, mode).catch((error: NodeJS.ErrnoException) => {
    const hint = 'Name a file in a folder that exists and that you may write to'
    throw userError('file-not-writable', `cannot write ${file}: ${error.code}`, hint, error)
  })
}

async function write(handle: FileHandle, chunks: Chunks, signal?: AbortSignal): Promise<void> {
  const regular = (await handle.stat()).isFile()
  await pipeline(Readable.from(chunks), handle.createWriteStream({flush: regular}), signal ? {signal} : {})
}
