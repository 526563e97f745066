/**
 * The items of many sources as they come, a number of sources at a time. A source is started when its turn comes and asked for its
 * next item when its last one was taken: nothing piles up. Leaving the loop, or the first source that throws, ends them all.
 */
export async function* interleave<T>(
  sources: Iterable<() => AsyncIterator<T>>,
  concurrency: number,
): AsyncGenerator<T> {
  const waiting = sources[Symbol.iterator]()
  const running = new Set<AsyncIterator<T>>()
  const arrivals = new Arrivals<T>()
  const startNext = (): void => {
    const next = waiting.next()
    if (next.done) return
    const source = next.value()
    running.add(source)
    arrivals.expect(source)
  }
  try {
    for (let started = 0; started < concurrency; started++) startNext()
    while (running.size > 0) {
      for (const {source, outcome} of await arrivals.next()) {
        const result = outcome()
        if (result.done) {
          running.delete(source)
          startNext()
        } else {
          yield result.value
          arrivals.expect(source)
        }
      }
    }
  } finally {
    await Promise.allSettled([...running].map(async (source) => source.return?.()))
  }
}

interface Arrival<T> {
  readonly source: AsyncIterator<T>
  /** Throws what the source threw. */
  readonly outcome: () => IteratorResult<T>
}

/** One promise for whatever comes next: racing the sources' own would leave a reaction behind on each, for every item. */
class Arrivals<T> {
  #arrived: Arrival<T>[] = []
  #any = Promise.withResolvers<void>()

  expect(source: AsyncIterator<T>): void {
    source.next().then(
      (result) => this.#add({source, outcome: () => result}),
      (error: unknown) => this.#add({source, outcome: () => rethrow(error)}),
    )
  }

  /** Waits for the first; gives all that have come meanwhile. */
  async next(): Promise<readonly Arrival<T>[]> {
    await this.#any.promise
    const arrived = this.#arrived
    this.#arrived = []
    this.#any = Promise.withResolvers()
    return arrived
  }

  #add(arrival: Arrival<T>): void {
    this.#arrived.push(arrival)
    this.#any.resolve()
  }
}

function rethrow(error: unknown): never {
  throw error
}
