import {randomBytes} from 'node:crypto'
import {stat} from 'node:fs/promises'
import {pipeline, Readable} from 'node:stream'

import {userError, type TrueupError} from '../../errors.ts'
import {writeAtomically} from '../../files/atomic-write.ts'
import type {LiveEvent, LivePage} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {accountOf} from '../account-of.ts'
import {pagesFrom} from '../pages-from.ts'
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
 * and equal events, origin and salt give equal bytes, in whatever order the events came: what is of no account, then account by account
 * scopes, gaps and tags, then objects by type, place and id.
 *
 * @throws TrueupError `snapshot-not-writable`, and whatever `pages` throws
 */
export async function writeSnapshot(
  pages: AsyncIterable<LivePage>,
  file: string,
  origin: SnapshotOrigin,
  {salt = randomSalt, signal}: WriteOptions = {},
): Promise<EventCounts> {
  const existing = await stat(file).catch(() => undefined)
  if (existing?.isFile() === false) throw notWritable(file, 'it is not a regular file')
  const header: SnapshotHeader = {
    format: snapshotFormat,
    version: snapshotVersion,
    ...origin,
    order: 'account',
    salt: salt(),
  }
  const counts = noEvents()
  const lines = snapshotLines(interruptible(pages, signal), header, await secretPaths(), counts)
  await writeAtomically(file, compressed(chunked(lines), file), signal, notWritable)
  return counts
}

/** As the name of the file says. */
function compressed(text: AsyncIterable<string>, file: string): AsyncIterable<string | Uint8Array> {
  const compressor = compressorFor(file)
  // The callback is there for `pipeline` alone: its error also destroys the compressor, and so ends who reads it.
  if (compressor) pipeline(Readable.from(text), compressor, () => {})
  return compressor ?? text
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
  pages: AsyncIterable<LivePage>,
  header: SnapshotHeader,
  secrets: SecretPaths,
  counts: Record<LiveEvent['kind'], number>,
): AsyncGenerator<string> {
  yield JSON.stringify(header)
  yield* sortedLines(keyedLines(pages, header.salt, secrets, counts))
  yield JSON.stringify({kind: 'end', counts} satisfies SnapshotEnd)
}

function keyedLines(
  pages: AsyncIterable<LivePage>,
  salt: string,
  secrets: SecretPaths,
  counts: Record<LiveEvent['kind'], number>,
): AsyncIterable<readonly KeyedLine[]> {
  return pagesFrom(pages, (page) =>
    page.map((event) => {
      counts[event.kind]++
      return [orderOf(event), eventLine(event, salt, secrets)]
    }),
  )
}

/** As JSON, so that no name can hold the separator or a line break. */
function orderOf(event: LiveEvent): string {
  return `${JSON.stringify(accountOf(event) ?? '')}${eventKinds.indexOf(event.kind)}${JSON.stringify(subjectOf(event))}`
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

function notWritable(file: string, reason: string, cause?: unknown): TrueupError {
  return userError(
    'snapshot-not-writable',
    `Cannot write the snapshot ${file}: ${reason}.`,
    'Choose another --out.',
    cause,
  )
}
