import {randomUUID} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {open, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {TrueupError, userError} from '../errors.ts'

/** Text as a whole, or text or bytes in pieces for what does not fit in memory. */
export type Chunks = string | Iterable<string> | AsyncIterable<string | Uint8Array>

/** What the person is told of a file that cannot be written; `reason` is in words. */
export type Unwritable = (file: string, reason: string, cause: unknown) => Error

/**
 * Whoever reads `file` sees the old content or the new one, never a part: written beside it, synced, then renamed. An aborted or
 * failed write leaves nothing behind. (The libraries for this, write-file-atomic and atomically, want the whole content in memory.)
 *
 * @throws {TrueupError} `disk-full`; `file-not-writable`, or what `unwritable` makes
 */
export async function writeAtomically(
  file: string,
  chunks: Chunks,
  signal?: AbortSignal,
  unwritable: Unwritable = notWritable,
): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const existing = await stat(target).catch(() => undefined)
  const opened = async (path: string, flags: string, mode?: number): Promise<FileHandle> =>
    open(path, flags, mode).catch((error: unknown) => throwAs(error, file, unwritable))
  // A pipe, a terminal or /dev/stdout cannot be renamed over.
  if (existing?.isFile() === false) {
    const device = await opened(target, 'w')
    return write(device, chunks, signal).catch((error: unknown) => throwAs(error, file, unwritable))
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
  const handle = await opened(temporary, 'wx', existing?.mode)
  try {
    await write(handle, chunks, signal)
    signal?.throwIfAborted()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {force: true})
    throwAs(error, file, unwritable)
  }
}

/**
 * The same for content that something else writes, to the path that it is given.
 *
 * @throws {TrueupError} `file-not-writable`, or what `produce` throws
 */
export async function produceAtomically(
  file: string,
  produce: (path: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    // What cannot be written is told before all the work is done.
    await (await open(temporary, 'wx')).close()
    await produce(temporary)
    await using handle = await open(temporary, 'r+')
    await handle.sync()
    signal?.throwIfAborted()
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, {force: true})
    throwAs(error, file, notWritable)
  }
}

async function write(handle: FileHandle, chunks: Chunks, signal?: AbortSignal): Promise<void> {
  const regular = (await handle.stat()).isFile()
  await pipeline(Readable.from(chunks), handle.createWriteStream({flush: regular}), signal ? {signal} : {})
}

/** What the file system refused, in words; what else failed (the source of the content) passes as it is. */
function throwAs(error: unknown, file: string, unwritable: Unwritable): never {
  const {code} = (error ?? {}) as NodeJS.ErrnoException
  const full = code === undefined ? undefined : fullDisk[code]
  if (full !== undefined) throw diskFull(file, full, error)
  const reason = code === undefined ? undefined : reasons[code]
  throw reason === undefined ? error : unwritable(file, reason, error)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
}

/** What is no fault of the name that somebody gave the file. */
const fullDisk: Readonly<Record<string, string>> = {
  EDQUOT: 'the quota of its owner is used up',
  EFBIG: 'it is larger than files may be here',
  EIO: 'the disk does not work',
  ENOSPC: 'no space left on the device',
}

function diskFull(file: string, reason: string, cause: unknown): TrueupError {
  const hint = 'Make room, or name a file on another disk; an older file of that name is as it was'
  return new TrueupError(`cannot write ${file}: ${reason}`, {code: 'disk-full', fault: 'machine', hint, cause})
}

const notWritable: Unwritable = (file, reason, cause) => {
  const hint = 'Name a file in a folder that exists and that you may write to'
  return userError('file-not-writable', `cannot write ${file}: ${reason}`, hint, cause)
}
