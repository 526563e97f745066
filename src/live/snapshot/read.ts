import {TrueupError} from '../../errors.ts'
import {accountOf} from '../account-of.ts'
import type {ReadEvent, ReadPage} from '../read-live.ts'
import {AccountOrder} from './account-order.ts'
import {contentOf} from './content.ts'
import {snapshotErrors as errors} from './errors.ts'
import {noEvents, snapshotVersion, type EventCounts, type SnapshotHeader} from './format.ts'
import {batchesOfLines, continued} from './lines.ts'
import {endOf, eventOf, headerOf, parseRecord, sameCounts} from './parse-line.ts'

export interface Snapshot {
  readonly header: SnapshotHeader
  /** To be read once; it holds the file open until it ends or is left. Accounts end where the file has one after another. */
  readonly events: AsyncGenerator<ReadPage>
}

/**
 * Opens a snapshot, compressed or not, and streams its events. Secrets come as `Sensitive` that know their digest alone.
 *
 * @throws TrueupError `snapshot-not-found`, `snapshot-unreadable`, `not-a-snapshot`, `snapshot-version-newer`; while streaming
 *   `snapshot-truncated` and `snapshot-damaged`
 */
export async function openSnapshot(file: string): Promise<Snapshot> {
  const batches = batchesOfLines(contentOf(file))
  try {
    const first = await batches.next()
    if (first.done) throw errors.notASnapshot(file, 'it is empty')
    const [line, ...rest] = first.value
    const header = readableHeader(file, String(line))
    return {header, events: eventsIn(file, header, rest, batches)}
  } catch (error) {
    await batches.return(undefined)
    throw asReadError(error, file, 1)
  }
}

function readableHeader(file: string, text: string): SnapshotHeader {
  const header = headerOf(parseRecord(text))
  if (!header) throw errors.notASnapshot(file, 'its first line is not a snapshot header')
  if (header.version > snapshotVersion) throw errors.newer(file, header.version)
  return header as SnapshotHeader
}

async function* eventsIn(
  file: string,
  {salt, order}: SnapshotHeader,
  firstLines: readonly Buffer[],
  batches: AsyncGenerator<readonly Buffer[]>,
): AsyncGenerator<ReadPage> {
  const counts = noEvents()
  const accounts = order === 'account' ? new AccountOrder() : undefined
  let line = 1
  let end: EventCounts | undefined
  try {
    for await (const lines of continued(firstLines, batches)) {
      const page: ReadEvent[] = []
      for (const bytes of lines) {
        line++
        if (end) throw errors.damaged(file, line, 'comes after the end line')
        const text = bytes.toString()
        const record = parseRecord(text)
        end = record && endOf(record)
        if (end) continue
        const event = record && eventOf(record, text, salt)
        if (!event)
          throw errors.damaged(file, line, record ? 'is not an event of this version' : 'is not a JSON object')
        const turn = accounts?.next(accountOf(event)) ?? {}
        if (turn === 'disorder') throw errors.damaged(file, line, 'is among those of another account')
        if (turn.ended !== undefined) page.push({kind: 'account-read', account: turn.ended})
        counts[event.kind]++
        page.push(event)
      }
      if (page.length > 0) yield page
    }
  } catch (error) {
    throw asReadError(error, file, line)
  }
  if (!end) throw errors.truncated(file, `it ends after line ${line}, without its end line`)
  if (!sameCounts(counts, end)) throw errors.truncated(file, 'its end line counts other events than it holds')
  if (accounts?.open !== undefined) yield [{kind: 'account-read', account: accounts.open}]
}

function asReadError(error: unknown, file: string, line: number): unknown {
  if (error instanceof TrueupError || !(error instanceof Error)) return error
  if (error instanceof RangeError)
    return line === 1
      ? errors.notASnapshot(file, 'its first line is far too long', error)
      : errors.damaged(file, line, 'is far too long', error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return errors.notFound(file, error)
  if (code === 'EISDIR') return errors.notASnapshot(file, 'it is a directory', error)
  if (code === 'EACCES' || code === 'EPERM') return errors.unreadable(file, 'permission denied', error)
  if (code === 'Z_BUF_ERROR') return errors.truncated(file, `its compressed data ends after line ${line}`, error)
  if (/^(Z_|ZSTD_)/.test(code)) return errors.damaged(file, line + 1, 'cannot be decompressed', error)
  return error
}
