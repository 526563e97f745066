import type {CostPart} from '../../model/cost.ts'
import {Decimal, decimalText, hoursPerMonth} from '../../model/money.ts'
import {pricedName, priceKeyText, unitOf, type PriceBook, type PriceKey, type UnitPrice} from '../../model/price.ts'
import type {Charge} from './cost-model.ts'

/** Charges of one region, added up by what is charged: what is in two sets alike drops out of their difference. */
export class NetCharges {
  readonly #region: string
  readonly #sums = new Map<string, {readonly key: PriceKey; readonly quantity: Decimal}>()

  constructor(region: string) {
    this.#region = region
  }

  add(charges: readonly Charge[], factor: Decimal | number): this {
    for (const {thing, quantity} of charges) {
      const key = {...thing, region: this.#region}
      const name = priceKeyText(key)
      const sum = (this.#sums.get(name)?.quantity ?? new Decimal(0)).plus(quantity.times(factor))
      this.#sums.set(name, {key, quantity: sum})
    }
    return this
  }

  /** What is left, in the order of names. */
  entries(): readonly {readonly key: PriceKey; readonly quantity: Decimal}[] {
    return [...this.#sums]
      .filter(([, {quantity}]) => !quantity.isZero())
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => entry)
  }

  /** The price of each; or what has none. */
  priced(book: PriceBook): PricedCharges | {readonly unpriced: readonly PriceKey[]} {
    const entries = this.entries().map(({key, quantity}) => ({key, quantity, price: book.price(key)}))
    const unpriced = entries.filter(({price}) => price === undefined).map(({key}) => key)
    if (unpriced.length > 0) return {unpriced}
    return {
      lines: entries.flatMap(({key, quantity, price}) => (price ? [{price, part: partOf(key, quantity, price)}] : [])),
    }
  }
}

export interface PricedCharges {
  readonly lines: readonly {readonly price: UnitPrice; readonly part: CostPart}[]
}

function partOf(key: PriceKey, quantity: Decimal, {amount}: UnitPrice): CostPart {
  const unit = unitOf(key)
  const monthly = quantity.times(amount).times(unit === 'hour' ? hoursPerMonth : 1)
  return {
    what: pricedName(key),
    quantity: decimalText(quantity),
    unit,
    unitPrice: decimalText(amount),
    monthly: decimalText(monthly),
  }
}
