import data from '../data/ec2-prices.json' with {type: 'json'}
import {Decimal, type Money} from '../../model/money.ts'

/** List price of one hour, and the day on which AWS's list said so. */
export interface HourlyPrice extends Money {
  /** ISO 8601. */
  readonly asOf: string
}

interface PriceList {
  readonly asOf: string
  readonly currency: string
  readonly hourly: Readonly<Record<string, string>>
}

const lists = new Map(Object.entries(data.regions) as [string, PriceList][])

/** Linux, on-demand, shared tenancy. Undefined where no price is known: that is a gap, never zero, and never another region's price. */
export function hourlyPrice(instanceType: string, region: string): HourlyPrice | undefined {
  const list = lists.get(region)
  const price = list?.hourly[instanceType]
  if (list === undefined || price === undefined) return undefined
  return {amount: new Decimal(price), currency: list.currency, asOf: list.asOf}
}

/** Regions with a price list, sorted. */
export const pricedRegions: readonly string[] = [...lists.keys()].toSorted()
