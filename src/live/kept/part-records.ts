import type {FileHandle} from 'node:fs/promises'
import {crc32} from 'node:zlib'

import type {Compressed} from '../../model/compressed.ts'

// A part is records that each begin with a checksum of the rest: whatever a crash, a full disk or a bad sector left of a file, the
// records before the damage are known to be whole.

/** What a record holds: how the part came about, pages, or that the reading came to its end. */
export const recordKinds = ['part', 'pages', 'part-end'] as const

export type RecordKind = (typeof recordKinds)[number]

export interface PartRecord {
  readonly kind: RecordKind
  readonly content: Compressed
}

/** Checksum of all that follows it, length of the content as it is kept, its length when it is unpacked, each in four bytes; the kind. */
const headLength = 13
const [lengthAt, sizeAt, kindAt] = [4, 8, 12]

export function bytesOf({kind, content: {bytes, size}}: PartRecord): Uint8Array<ArrayBuffer> {
  const record = Buffer.allocUnsafeSlow(headLength + bytes.length)
  record.writeUInt32LE(bytes.length, lengthAt)
  record.writeUInt32LE(size, sizeAt)
  record.writeUInt8(recordKinds.indexOf(kind), kindAt)
  record.set(bytes, headLength)
  record.writeUInt32LE(crc32(record.subarray(lengthAt)), 0)
  return record
}

export interface PartRecords {
  /** The records up to the first that is torn or damaged. */
  readonly records: AsyncGenerator<PartRecord>
  /** Whether there was such a one; known once the records have ended. */
  readonly torn: () => boolean
}

/** @param file stays open; may be read again from its start */
export function partRecords(file: FileHandle): PartRecords {
  let torn = false
  async function* records(): AsyncGenerator<PartRecord> {
    const {size: end} = await file.stat()
    for (let at = 0; at < end;) {
      const record = await recordAt(file, at, end)
      torn = !record
      if (!record) return
      yield record
      at += headLength + record.content.bytes.length
    }
  }
  return {records: records(), torn: () => torn}
}

async function recordAt(file: FileHandle, at: number, end: number): Promise<PartRecord | undefined> {
  const head = await bytesAt(file, at, headLength)
  if (!head) return undefined
  const length = head.readUInt32LE(lengthAt)
  if (at + headLength + length > end) return undefined
  const bytes = await bytesAt(file, at + headLength, length)
  const kind = recordKinds[head.readUInt8(kindAt)]
  if (!bytes || !kind) return undefined
  const isWhole = crc32(bytes, crc32(head.subarray(lengthAt))) === head.readUInt32LE(0)
  return isWhole ? {kind, content: {bytes, size: head.readUInt32LE(sizeAt)}} : undefined
}

/** @returns undefined where the file ends before */
async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const {bytesRead} = await file.read(bytes, {offset: done, position: at + done})
    if (bytesRead === 0) return undefined
    done += bytesRead
  }
  return bytes
}
