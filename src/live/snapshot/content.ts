import {createReadStream} from 'node:fs'
import {pipeline, Readable} from 'node:stream'

import {decompressorFor} from './compression.ts'

/** The bytes of a file, decompressed where its first bytes say that it is compressed, whatever its name. */
export async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  const chunks = createReadStream(file, {highWaterMark: 1 << 18})[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  try {
    const first = await chunks.next()
    if (first.done) return
    const whole = continued(first.value, chunks)
    const decompressor = decompressorFor(first.value)
    // The callback is there for `pipeline` alone: its error also destroys the decompressor, and ends the loop below.
    if (decompressor) pipeline(Readable.from(whole), decompressor, () => {})
    yield* decompressor ?? whole
  } finally {
    await chunks.return?.()
  }
}

async function* continued(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
