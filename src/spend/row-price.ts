import type {LiveObject} from '../model/live.ts'
import {Decimal, decimalText} from '../model/money.ts'
import {pricedName, type OperatingSystem, type PriceBook, type PricedThing, type UnitPrice} from '../model/price.ts'
import type {RunRateNote, RunRateUse} from '../model/spend.ts'
import type {SageMakerUse} from '../model/price.ts'
import {textOf} from './cost/property.ts'
import type {Machine, Price} from './row.ts'
import {monthly} from './totals.ts'

export interface FoundPrice {
  readonly price: Price
  /** Those of the machine, without what the price that was found makes untrue. */
  readonly notes: readonly RunRateNote[]
  readonly asOf?: string
  /** What has no price. */
  readonly unpriced?: string
}

/** The nearest price that is known: that of the Spot market, of the system and tenancy, else of Linux on shared hardware, which a note tells. */
export function priceOf(machine: Machine, live: LiveObject, book: PriceBook): FoundPrice {
  const {notes, machines = new Decimal(1)} = machine
  if (notes.includes('on-host')) return {price: {}, notes}
  for (const {thing, without, also} of candidates(machine, live)) {
    const unit = book.price({...thing, region: live.location.region})
    if (!unit) continue
    const left = notes.filter((note) => !without.includes(note))
    return {price: amountOf(unit, machines), notes: also ? [...left, also] : left, asOf: unit.asOf}
  }
  return {price: {}, notes, unpriced: unpricedName(machine)}
}

interface Candidate {
  readonly thing: PricedThing
  readonly without: readonly RunRateNote[]
  readonly also?: RunRateNote
}

function candidates({instanceType, use, notes}: Machine, {properties}: LiveObject): readonly Candidate[] {
  if (use === 'dedicated-host') return [{thing: {of: 'dedicated-host', family: instanceType}, without: []}]
  const sageMaker = use && sageMakerUses[use]
  if (sageMaker) return [{thing: {of: 'sagemaker', instanceType, use: sageMaker}, without: []}]
  const os: OperatingSystem = notes.includes('not-linux') ? 'Windows' : 'Linux'
  const tenancy = notes.includes('dedicated') ? 'Dedicated' : 'Shared'
  const zone = textOf(properties, 'AvailabilityZone')
  const spot = notes.includes('spot') && zone !== undefined
  const exact: PricedThing = {of: 'instance', instanceType, os, tenancy}
  return [
    ...(spot
      ? [{thing: {of: 'spot', instanceType, os, zone}, without: ['spot', 'not-linux'], also: 'spot-price'} as const]
      : []),
    {thing: exact, without: ['not-linux', 'dedicated']},
    {thing: {of: 'instance', instanceType, os: 'Linux', tenancy: 'Shared'}, without: []},
  ]
}

const sageMakerUses: Readonly<Partial<Record<RunRateUse, SageMakerUse>>> = {
  'sagemaker-endpoint': 'Hosting',
  'sagemaker-hyperpod': 'Cluster',
  'sagemaker-notebook': 'Notebook',
  'sagemaker-studio': 'Studio-Notebook',
  'sagemaker-training': 'Training',
}

function unpricedName({instanceType, use}: Machine): string {
  const sageMaker = use && sageMakerUses[use]
  if (sageMaker) return pricedName({of: 'sagemaker', instanceType, use: sageMaker})
  return use === 'dedicated-host' ? pricedName({of: 'dedicated-host', family: instanceType}) : instanceType
}

function amountOf({amount, currency}: UnitPrice, machines: Decimal): Price {
  const hourly = amount.times(machines)
  return {hourly: decimalText(hourly), monthly: monthly(hourly), currency}
}
