/** What was begun to be read before its turn. */
interface Begun {
  readonly bytes: AsyncIterable<Uint8Array>
  /** For what is not wanted any more. */
  readonly close: () => void
}

/** Asks for the first bytes at once. What fails does so when its turn comes. */
function begin(source: AsyncIterable<Uint8Array>): Begun {
  const rest = source[Symbol.asyncIterator]()
  const first = rest.next()
  first.catch(ignore)
  const close = (): void => void rest.return?.().catch(ignore)
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (let next = await first; !next.done; next = await rest.next()) yield next.value
    } finally {
      close()
    }
  }
  return {bytes: bytes(), close}
}

/** Each item with what was begun for it, while that of the next few is under way. */
export function* ahead<T>(
  items: readonly T[],
  count: number,
  open: (item: T) => AsyncIterable<Uint8Array>,
): Generator<readonly [T, AsyncIterable<Uint8Array>]> {
  const waiting: Begun[] = []
  try {
    for (const [at, item] of items.entries()) {
      for (const next of items.slice(at + waiting.length, at + count + 1)) waiting.push(begin(open(next)))
      const begun = waiting.shift()
      if (begun) yield [item, begun.bytes]
    }
  } finally {
    for (const {close} of waiting) close()
  }
}

function ignore(): undefined {
  return undefined
}
