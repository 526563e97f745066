import type {GapReason} from '../../model/gap.ts'
import type {LiveEvent, ObjectType} from '../../model/live.ts'
import {eventOf, parseRecord} from '../snapshot/parse-line.ts'
import {partLines} from './part-lines.ts'

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
export async function inspectPart(file: string): Promise<FoundPart | undefined> {
  const {lines, torn} = partLines(file)
  const first = await lines.next()
  const header = first.done ? undefined : headerOf(first.value)
  if (!header) return undefined
  const settled = new Set<ObjectType>()
  let ended = false
  let hasPlaceGap = false
  for await (const line of lines) {
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
  return {header, ended, torn: torn(), settled, hasPlaceGap}
}

/** The events of a part, as far as it is whole. */
export async function* partEvents(file: string): AsyncGenerator<LiveEvent> {
  let salt: string | undefined
  for await (const line of partLines(file).lines) {
    if (salt === undefined) {
      salt = headerOf(line)?.salt
      if (salt === undefined) return
      continue
    }
    const record = parseRecord(line)
    const event = record && eventOf(record, line, salt)
    if (event) yield event
  }
}

function headerOf(line: string): PartHeader | undefined {
  const record = parseRecord(line)
  const isHeader =
    record?.['kind'] === 'part' && typeof record['salt'] === 'string' && typeof record['askedAt'] === 'string'
  return isHeader ? (record as unknown as PartHeader) : undefined
}
