import {Decimal} from '../../model/money.ts'
import type {PriceBook, PriceKey, UnitPrice} from '../../model/price.ts'
import {hourlyPrice} from '../accelerators/prices.ts'
import {byHand} from './by-hand.ts'

/** The dated list that comes with trueup: EC2 of a few regions, and what `by-hand.ts` has. */
export const embeddedPrices: PriceBook = {price: embeddedPrice}

function embeddedPrice(key: PriceKey): UnitPrice | undefined {
  switch (key.of) {
    case 'instance': {
      if (key.os !== 'Linux' || key.tenancy !== 'Shared') return undefined
      const price = hourlyPrice(key.instanceType, key.region)
      return price && {...price, source: 'embedded'}
    }
    case 'volume': {
      const charges: Readonly<Record<string, string>> | undefined = Object.hasOwn(byHand.volumes, key.volumeType)
        ? byHand.volumes[key.volumeType as keyof typeof byHand.volumes]
        : undefined
      return handPrice(key.region, charges?.[key.charge])
    }
    case 'function':
      return handPrice(key.region, byHand.functions[key.architecture][key.charge])
    default:
      return undefined
  }
}

function handPrice(region: string, amount: string | undefined): UnitPrice | undefined {
  if (region !== byHand.region || amount === undefined) return undefined
  return {amount: new Decimal(amount), currency: byHand.currency, asOf: byHand.asOf, source: 'embedded'}
}
