import type {FileHandle} from 'node:fs/promises'
import {crc32} from 'node:zlib'

import {batchesOfLines} from '../snapshot/lines.ts'

// A part is lines that each begin with a checksum of the rest: whatever a crash, a full disk or a bad sector left of a file, the
// lines before the damage are known to be whole.

/** @param json one line of JSON */
export function withChecksum(json: string): string {
  return `${checksum(json)} ${json}\n`
}

export interface PartLines {
  /** The lines up to the first that is torn or damaged, some at a time, as they are read. */
  readonly batches: AsyncGenerator<readonly string[]>
  /** Whether there was such a line; known once the lines have ended. */
  readonly torn: () => boolean
}

/** @param file stays open; may be read again from its start */
export function partLines(file: FileHandle): PartLines {
  let torn = false
  async function* batches(): AsyncGenerator<readonly string[]> {
    for await (const batch of batchesOfLines(
      file.createReadStream({start: 0, autoClose: false, highWaterMark: 1 << 18}),
    )) {
      const whole: string[] = []
      for (const bytes of batch) {
        const line = bytes.toString()
        const json = line.slice(checksumLength + 1)
        torn = line[checksumLength] !== ' ' || line.slice(0, checksumLength) !== checksum(json)
        if (torn) break
        whole.push(json)
      }
      yield whole
      if (torn) return
    }
  }
  return {batches: batches(), torn: () => torn}
}

const checksumLength = 8

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(checksumLength, '0')
}
