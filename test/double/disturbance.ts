import {chance} from './random.ts'

/** What may go wrong with a call. */
export type Trouble =
  | 'throttled'
  | 'server-error'
  | 'denied'
  | 'expired'
  /** The connection ends half-way through the body. */
  | 'truncated'
  /** The connection ends before an answer. */
  | 'reset'
  /** The body comes a few bytes at a time. */
  | 'trickled'

/** Which calls go wrong. Nothing said of a part means any. */
export interface Disturbance {
  readonly trouble: Trouble
  /** Service and operation: `config:SelectResourceConfig`. */
  readonly call?: RegExp
  readonly account?: string
  readonly region?: string
  /** Share of the attempts that go wrong, 0 to 1; default: all. */
  readonly rate?: number
  /** The first so many attempts of each call go wrong; default: any. */
  readonly attempts?: number
}

/** One attempt of a call. */
export interface Attempt {
  readonly call: string
  readonly account: string
  readonly region: string
  /** What is asked, as text: equal for repetitions of one call. */
  readonly question: () => string
}

/**
 * Decides by the call and the number of its attempt alone, so that the same scenario goes wrong in the same places however calls run
 * side by side.
 */
export class Troublemaker {
  readonly #attempts = new Map<string, number>()
  readonly #seed: number
  readonly #disturbances: readonly Disturbance[]

  constructor(seed: number, disturbances: readonly Disturbance[]) {
    this.#seed = seed
    this.#disturbances = disturbances
  }

  troubleOf({call, account, region, question}: Attempt): Trouble | undefined {
    if (this.#disturbances.length === 0) return undefined
    const key = [call, account, region, question()].join('\n')
    const attempt = (this.#attempts.get(key) ?? 0) + 1
    this.#attempts.set(key, attempt)
    const hit = this.#disturbances.find(
      (one, index) =>
        (one.call?.test(call) ?? true) &&
        (one.account ?? account) === account &&
        (one.region ?? region) === region &&
        attempt <= (one.attempts ?? Infinity) &&
        chance(this.#seed, `${index} ${attempt} ${key}`) < (one.rate ?? 1),
    )
    return hit?.trouble
  }
}
