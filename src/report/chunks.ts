const chunkLength = 64 * 1024

/** Pieces of a rendered report, joined into blocks that are worth a write each. */
export function* chunks(rendered: string | Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of typeof rendered === 'string' ? [rendered] : rendered) {
    block += piece
    if (block.length < chunkLength) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
