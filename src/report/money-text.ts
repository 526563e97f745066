import {Decimal} from '../model/money.ts'

/** An amount for people: `71,773.60`. Rounding happens here and nowhere earlier. */
export function decimalPlaces(amount: string, places: number): string {
  const [whole = '', fraction] = new Decimal(amount).toFixed(places).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
