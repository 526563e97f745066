import type {FileHandle} from 'node:fs/promises'

import {decompressed, type Compressed} from '../../model/compressed.ts'
import type {GapReason} from '../../model/gap.ts'
import type {LivePage, ObjectType} from '../../model/live.ts'
import {unpacked} from '../packed-pages.ts'
import {parseRecord} from '../snapshot/parse-line.ts'
import {partRecords, type PartRecords} from './part-records.ts'

/** How a part came about: its first record. */
export interface PartHeader {
  /** When the run began that asked, ISO 8601: the answers are no older. */
  readonly askedAt: string
  /** Precedes every secret in its digest, as in a snapshot. */
  readonly salt: string
}

/** A part as it was found: what its reading said, as far as that is whole. */
export interface FoundPart {
  readonly header: PartHeader
  /** Its reading came to its end. */
  readonly ended: boolean
  /** Its end is torn or damaged, and left out. */
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
  const {header, records, torn} = part
  const settled = new Set<ObjectType>()
  let ended = false
  let hasPlaceGap = false
  for await (const {kind, content} of records) {
    ended = kind === 'part-end'
    if (kind !== 'pages') continue
    for (const event of pagesOf(content, header).flat()) {
      if (event.kind === 'scope') settled.add(event.scope.type)
      if (event.kind !== 'gap') continue
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
  const {header, records} = part
  for await (const {kind, content} of records) if (kind === 'pages') yield* pagesOf(content, header)
}

/** What was packed is what was read, which its checksum vouches for. */
function pagesOf(content: Compressed, {salt}: PartHeader): readonly LivePage[] {
  return unpacked(content, salt) as readonly LivePage[]
}

interface OpenPart extends PartRecords {
  readonly header: PartHeader
}

/** To be read to its end; undefined for a file that holds no header. */
async function openPart(file: FileHandle): Promise<OpenPart | undefined> {
  const {records, torn} = partRecords(file)
  const {value: first} = await records.next()
  const header = first?.kind === 'part' ? headerOf(first.content) : undefined
  if (header) return {header, records, torn}
  await records.return(undefined)
  return undefined
}

function headerOf(content: Compressed): PartHeader | undefined {
  const record = parseRecord(decompressed(content))
  const isHeader = typeof record?.['salt'] === 'string' && typeof record['askedAt'] === 'string'
  return isHeader ? (record as unknown as PartHeader) : undefined
}
