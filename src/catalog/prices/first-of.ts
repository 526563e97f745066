import type {PriceBook} from '../../model/price.ts'

/** The price of the first book that has one. */
export function firstOf(...books: readonly PriceBook[]): PriceBook {
  return {
    price(key) {
      for (const book of books) {
        const price = book.price(key)
        if (price) return price
      }
      return undefined
    },
  }
}
