const lineFeed = 0x0a

/**
 * Cuts a stream of bytes into lines without their line feeds, as many at a time as a chunk ends: one wait a chunk instead of one
 * a line. A last line without a line feed counts.
 *
 * @param limit of the bytes of one line; a longer one ends in a RangeError instead of filling the memory
 */
export async function* batchesOfLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = 256 << 20,
): AsyncGenerator<readonly Buffer[]> {
  let open: Buffer[] = []
  let openLength = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const first = bytes.indexOf(lineFeed)
    if (first === -1) {
      open.push(bytes)
      openLength += bytes.length
      if (openLength > limit) throw new RangeError('a line is too long')
      continue
    }
    const {lines, rest} = cut(bytes, first)
    yield [Buffer.concat([...open, bytes.subarray(0, first)]), ...lines]
    open = [rest]
    openLength = rest.length
  }
  if (openLength > 0) yield [Buffer.concat(open)]
}

/** A stream whose first batch was taken, or some of it, to look at. */
export async function* continued<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}

/** The whole lines after the line feed at `end`, and what is left of an unfinished one. */
function cut(bytes: Buffer, end: number): {readonly lines: readonly Buffer[]; readonly rest: Buffer} {
  const lines: Buffer[] = []
  let start = end + 1
  for (let next = bytes.indexOf(lineFeed, start); next !== -1; next = bytes.indexOf(lineFeed, start)) {
    lines.push(bytes.subarray(start, next))
    start = next + 1
  }
  return {lines, rest: bytes.subarray(start)}
}
