import type {FileHandle} from 'node:fs/promises'

import type {GapReason} from '../../model/gap.ts'
import type {LivePage, ObjectType} from '../../model/live.ts'
import {pagesFrom} from '../pages-from.ts'
import {continued} from '../snapshot/lines.ts'
import {eventOf, parseRecord} from '../snapshot/parse-line.ts'
import {partLines, type PartLines} from './part-lines.ts'

/** The first line of a part. */
export interface PartHeader {
  readonly kind: 'part'
  /** When the run began that asked, ISO 8601: the answers are no older. */
  readonly askedAt: string
  /** Precedes every secret in its digest, as in a snapshot. */
  readonly salt: string
}

/** The last line of a part whose reading came to its end. */
export interface PartEnd {
  readonly kind: 'part-end'
}

/** A part as it was found: what its reading said, as far as that is whole. */
export interface FoundPart {
  readonly header: PartHeader
  /** Its reading came to its end. */
  readonly ended: boolean
  /** Lines at its end were torn or damaged; they are left out. */
  readonly torn: boolean
  /** Types of which all is said: read to the end, or of a kind that nobody can read. */
  readonly settled: ReadonlySet<ObjectType>
  /** A gap that concerns the place as a whole. */
  readonly hasPlaceGap: boolean
}

/** Asked again at once, AWS would say the same. */
const lasting: ReadonlySet<GapReason> = new Set(['unsupported-type', 'not-recorded'])

/** Looks a part through without keeping its events; undefined for a file that holds no header. */
export async function inspectPart(file: FileHandle): Promise<FoundPart | undefined> {
  const part = await openPart(file)
  if (!part) return undefined
  const {header, batches, torn} = part
  const settled = new Set<ObjectType>()
  let ended = false
  let hasPlaceGap = false
  for await (const lines of batches) {
    for (const line of lines) {
      // Most lines are objects, which need no look.
      if (line.startsWith('{"kind":"object"')) continue
      const record = parseRecord(line)
      ended = record?.['kind'] === 'part-end'
      const event = record && eventOf(record, line, header.salt)
      if (event?.kind === 'scope') settled.add(event.scope.type)
      if (event?.kind !== 'gap') continue
      const {type, reason} = event.gap
      if (type === undefined) hasPlaceGap = true
      else if (lasting.has(reason)) settled.add(type)
    }
  }
  return {header, ended, torn: torn(), settled, hasPlaceGap}
}

/** The events of a part, as far as it is whole. */
export async function* partEvents(file: FileHandle): AsyncGenerator<LivePage> {
  const part = await openPart(file)
  if (!part) return
  const {salt} = part.header
  yield* pagesFrom(part.batches, (lines) =>
    lines.flatMap((line) => {
      const record = parseRecord(line)
      return (record && eventOf(record, line, salt)) ?? []
    }),
  )
}

interface OpenPart extends PartLines {
  readonly header: PartHeader
}

/** To be read to its end; undefined for a file that holds no header. */
async function openPart(file: FileHandle): Promise<OpenPart | undefined> {
  const {batches, torn} = partLines(file)
  const {value: [first, ...rest] = []} = await batches.next()
  const header = first === undefined ? undefined : headerOf(first)
  if (header) return {header, batches: continued(rest, batches), torn}
  await batches.return(undefined)
  return undefined
}

function headerOf(line: string): PartHeader | undefined {
  const record = parseRecord(line)
  const isHeader =
    record?.['kind'] === 'part' && typeof record['salt'] === 'string' && typeof record['askedAt'] === 'string'
  return isHeader ? (record as unknown as PartHeader) : undefined
}
