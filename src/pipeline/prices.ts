import {openSession, type AwsSession} from '../aws/session.ts'
import {embeddedPrices} from '../catalog/prices/embedded.ts'
import {firstOf} from '../catalog/prices/first-of.ts'
import type {Gap} from '../model/gap.ts'
import type {PriceBook} from '../model/price.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {AskedFor} from '../spend/cost/asked-for.ts'

/** Where prices come from: the dated list that comes with trueup, or the Price List API, and the list for what that does not answer. */
export interface PriceRequest {
  readonly source: 'embedded' | 'aws'
  /** Of the AWS configuration, for the Price List API. */
  readonly profile?: string
}

export interface Prices {
  readonly book: PriceBook
  readonly gaps: readonly Gap[]
}

/** Prices for a run: one session, one cache, however many accounts are priced. */
export class PriceSource {
  readonly #request: PriceRequest
  readonly #surroundings: Surroundings
  #session: Promise<AwsSession> | undefined

  constructor(request: PriceRequest = {source: 'embedded'}, surroundings: Surroundings) {
    this.#request = request
    this.#surroundings = surroundings
  }

  /**
   * @param ask does with a book what will be done with the prices: the first time it is asked for what they are needed of
   * @throws {TrueupError} `aws-...` where there are no credentials for the Price List API
   */
  async pricesFor(ask: (book: PriceBook) => unknown): Promise<Prices> {
    if (this.#request.source === 'embedded') return {book: embeddedPrices, gaps: []}
    const asked = new AskedFor()
    ask(asked)
    const keys = asked.keys()
    if (keys.length === 0) return {book: embeddedPrices, gaps: []}
    const {signal, now, cacheFolder, progress} = this.#surroundings
    progress.step(`asking for ${keys.length} list prices`)
    const {profile} = this.#request
    this.#session ??= openSession({...(profile !== undefined && {profile}), signal})
    const session = await this.#session
    const {PriceCache} = await import('../live/prices/price-cache.ts')
    const {readPrices} = await import('../live/prices/read-prices.ts')
    const cache = await PriceCache.open(cacheFolder, session.partition, now)
    const {book, gaps} = await readPrices(session, keys, cache, signal)
    return {book: firstOf(book, embeddedPrices), gaps}
  }
}
