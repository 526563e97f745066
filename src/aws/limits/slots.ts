import PQueue from 'p-queue'

export interface Turn {
  readonly signal: AbortSignal | undefined
  /** 0 or below; whoever has more comes first, where more wait than may be on their way. */
  readonly priority: number
}

const beforeAll = 1

/**
 * How many calls may be on their way at a time. They are signed before they wait, and AWS takes a signature for five minutes
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-signing.html): so who has waited long comes before all others.
 */
export class Slots {
  readonly #queue: PQueue
  readonly #longestWaitMs: number
  #calls = 0

  constructor(most: number, longestWaitMs = 60_000) {
    this.#queue = new PQueue({concurrency: most})
    this.#longestWaitMs = longestWaitMs
  }

  async take<T>(call: () => Promise<T>, turn: Turn): Promise<T> {
    const id = String(this.#calls++)
    const patience = setTimeout(() => this.#queue.setPriority(id, beforeAll), this.#longestWaitMs)
    const begin = async (): Promise<T> => {
      clearTimeout(patience)
      return call()
    }
    try {
      return await this.#queue.add(begin, {...turn, id})
    } finally {
      clearTimeout(patience)
    }
  }
}
