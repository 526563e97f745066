import {Decimal} from '../../model/money.ts'
import type {PriceUnit} from '../../model/price.ts'

/** One on-demand price of a product of the price list. */
export interface OfferedPrice {
  readonly usageType: string
  /** Exact decimal, of the unit that is asked for. */
  readonly amount: string
  readonly currency: string
}

/** The parts of a product that count; https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html */
interface Product {
  readonly product?: {readonly attributes?: Readonly<Record<string, string>>}
  readonly terms?: {readonly OnDemand?: Readonly<Record<string, Term>>}
}

interface Term {
  readonly priceDimensions?: Readonly<Record<string, Dimension>>
}

interface Dimension {
  readonly unit?: string
  readonly beginRange?: string
  readonly pricePerUnit?: Readonly<Record<string, string>>
}

/** @param text one entry of `PriceList`, which is JSON in text */
export function offeredPrices(text: string, unit: PriceUnit): readonly OfferedPrice[] {
  const {product, terms} = parsed(text)
  const usageType = product?.attributes?.['usagetype'] ?? ''
  return Object.values(terms?.OnDemand ?? {}).flatMap(({priceDimensions = {}}) =>
    Object.values(priceDimensions).flatMap((dimension) => priceOf(dimension, unit, usageType)),
  )
}

/** Of tiers the first. A price of 0 is that of a marker (a capacity block, a free tier), and no price. */
function priceOf(
  {unit = '', beginRange = '0', pricePerUnit = {}}: Dimension,
  asked: PriceUnit,
  usageType: string,
): readonly OfferedPrice[] {
  const [[currency, text] = []] = Object.entries(pricePerUnit)
  const scale = scales[asked][unit.toLowerCase()]
  if (currency === undefined || text === undefined || scale === undefined || !/^\d+(?:\.\d+)?$/.test(text)) return []
  const amount = new Decimal(text).div(scale)
  return amount.isZero() || !new Decimal(beginRange).isZero() ? [] : [{usageType, amount: amount.toFixed(), currency}]
}

/** How many of the units that are asked for one of the list is; a unit that is not here is of something else. */
const scales: Readonly<Record<PriceUnit, Readonly<Record<string, number>>>> = {
  hour: {hrs: 1, hours: 1, hour: 1},
  'GB-month': {'gb-mo': 1, 'gb-month': 1},
  'IOPS-month': {'iops-mo': 1, 'iops-month': 1},
  'MiBps-month': {'mibps-mo': 1, 'mbps-mo': 1, 'gibps-mo': 1024},
  'GB-second': {'lambda-gb-second': 1, 'gb-second': 1, 'gb-seconds': 1, seconds: 1, second: 1},
  request: {requests: 1, request: 1},
}

function parsed(text: string): Product {
  try {
    return JSON.parse(text) as Product
  } catch {
    return {}
  }
}
