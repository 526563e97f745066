import {open, readFile, writeFile} from 'node:fs/promises'

import {partRecords} from '../../src/live/kept/part-records.ts'
import {decompressed} from '../../src/model/compressed.ts'

/** What a file of kept answers says. */
export async function textsOf(file: string): Promise<readonly string[]> {
  await using handle = await open(file)
  const records = await Array.fromAsync(partRecords(handle).records)
  return records.map(({content}) => decompressed(content))
}

/** Damages a file in one place, so far in. */
export async function flip(file: string, where: number): Promise<void> {
  const bytes = await readFile(file)
  const at = Math.floor(bytes.length * where)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}
