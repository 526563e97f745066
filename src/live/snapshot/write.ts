import {randomBytes, randomUUID} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import {open, realpath, rename, rm, stat} from 'node:fs/promises'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {TrueupError, userError} from '../../errors.ts'
import type {LiveEvent} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {compressorFor} from './compression.ts'
import {eventLine} from './event-line.ts'
import {eventKinds, noEvents, snapshotFormat, snapshotVersion} from './format.ts'
import type {EventCounts, SnapshotEnd, SnapshotHeader, SnapshotOrigin} from './format.ts'
import {secretPaths, type SecretPaths} from './secrets.ts'
import {sortedLines, type KeyedLine} from './sorted-lines.ts'

export interface WriteOptions {
  /** The file's salt; random unless a test injects one. */
  readonly salt?: () => string
  /** Ctrl-C: nothing is left behind. */
  readonly signal?: AbortSignal
}

/**
 * Writes what a scan read to `file`, gzipped or Zstandard-compressed where its name ends so. The file appears whole or not at all,
 * and equal events, origin and salt give equal bytes, in whatever order the events came: scopes, gaps and tags, then objects by type,
 * place and id.
 *
 * @throws TrueupError `snapshot-not-writable`, and whatever `events` throws
 */
export async function writeSnapshot(
  events: AsyncIterable<LiveEvent>,
  file: string,
  origin: SnapshotOrigin,
  {salt = randomSalt, signal}: WriteOptions = {},
): Promise<EventCounts> {
  const target = await writableFile(file)
  const partial = `${target}.${randomUUID().slice(0, 8)}.partial`
  const header: SnapshotHeader = {format: snapshotFormat, version: snapshotVersion, ...origin, salt: salt()}
  const counts = noEvents()
  const lines = snapshotLines(interruptible(events, signal), header, await secretPaths(), counts)
  const stages = [Readable.from(chunked(lines)), compressorFor(target), createWriteStream(partial, {flags: 'wx'})]
  try {
    await pipeline(stages.filter((stage) => stage !== undefined) as [Readable], signal ? {signal} : {})
    await flushToDisk(partial)
    await rename(partial, target)
    return counts
  } catch (error) {
    throw asWriteError(error, file)
  } finally {
    await rm(partial, {force: true})
  }
}

function randomSalt(): string {
  return randomBytes(16).toString('hex')
}

/** A stream looks at its signal between turns of the event loop only; events that are at hand already leave no such turn. */
async function* interruptible<T>(items: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const item of items) {
    signal?.throwIfAborted()
    yield item
  }
}

async function* snapshotLines(
  events: AsyncIterable<LiveEvent>,
  header: SnapshotHeader,
  secrets: SecretPaths,
  counts: Record<LiveEvent['kind'], number>,
): AsyncGenerator<string> {
  yield JSON.stringify(header)
  yield* sortedLines(keyedLines(events, header.salt, secrets, counts))
  yield JSON.stringify({kind: 'end', counts} satisfies SnapshotEnd)
}

async function* keyedLines(
  events: AsyncIterable<LiveEvent>,
  salt: string,
  secrets: SecretPaths,
  counts: Record<LiveEvent['kind'], number>,
): AsyncGenerator<KeyedLine> {
  for await (const event of events) {
    counts[event.kind]++
    yield [orderOf(event), eventLine(event, salt, secrets)]
  }
}

/** As JSON, so that no name can hold the separator or a line break. */
function orderOf(event: LiveEvent): string {
  return `${eventKinds.indexOf(event.kind)}${JSON.stringify(subjectOf(event))}`
}

function subjectOf(event: LiveEvent): readonly string[] {
  if (event.kind === 'object') return [event.object.type, ...placeOf(event.object.location), event.object.id]
  if (event.kind === 'scope') return [event.scope.type, ...placeOf(event.scope.location), event.scope.reader]
  if (event.kind === 'gap') return [event.gap.type ?? '', ...placeOf(event.gap.location ?? {}), event.gap.reason]
  return event.kind === 'tags' ? [event.arn] : placeOf(event.location)
}

function placeOf({partition = '', account = '', region = ''}: Partial<Location>): readonly string[] {
  return [partition, account, region]
}

/** Some hundred kilobytes at a time: a write a line would spend its time in the streams. */
async function* chunked(lines: AsyncIterable<string>, length = 1 << 18): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < length) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

/** The file behind a symbolic link, which a rename would replace. A pipe or a device cannot be replaced whole. */
async function writableFile(file: string): Promise<string> {
  const existing = await stat(file).catch(() => undefined)
  if (!existing) return file
  if (!existing.isFile()) throw notWritable(file, 'it is not a regular file')
  return realpath(file)
}

async function flushToDisk(file: string): Promise<void> {
  await using handle = await open(file, 'r+')
  await handle.sync()
}

function asWriteError(error: unknown, file: string): unknown {
  if (error instanceof TrueupError || !(error instanceof Error) || !('code' in error)) return error
  const reason = reasons[String(error.code)]
  return reason === undefined ? error : notWritable(file, reason, error)
}

function notWritable(file: string, reason: string, cause?: unknown): TrueupError {
  return userError(
    'snapshot-not-writable',
    `Cannot write the snapshot ${file}: ${reason}.`,
    'Choose another --out.',
    cause,
  )
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  ENOENT: 'its directory does not exist',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'its directory is a file',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
}
