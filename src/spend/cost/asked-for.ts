import {priceKeyText, type PriceBook, type PriceKey} from '../../model/price.ts'

/** Remembers what is asked for, and answers nothing: so it is known what to look up before prices are needed. */
export class AskedFor implements PriceBook {
  readonly #keys = new Map<string, PriceKey>()

  price(key: PriceKey): undefined {
    this.#keys.set(priceKeyText(key), key)
  }

  /** In the order of their names. */
  keys(): readonly PriceKey[] {
    return [...this.#keys].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  }
}
