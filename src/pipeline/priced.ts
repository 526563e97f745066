import type {Catalog} from '../catalog/catalog.ts'
import {declaredProperties} from '../drift/declared-properties.ts'
import {objectFinder} from '../drift/object-finder.ts'
import {ownerOf} from '../drift/owners.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import {Lookup} from '../spend/cost/lookup.ts'
import {priceFindings} from '../spend/cost/price-findings.ts'
import {RunRateRun, type AccountAround} from '../spend/run-rate.ts'
import type {FunctionUse} from './function-use.ts'
import type {PriceSource} from './prices.ts'

/** Objects of an account that are judged, and all that they may refer to, themselves included. */
interface AccountObjects {
  readonly objects: readonly JoinedObject[]
  readonly around: readonly JoinedObject[]
}

export interface Priced {
  /** With what each costs a month more or less than declared. */
  readonly findings: readonly Finding[]
  /** With which the objects can be added to a run-rate. */
  readonly around: AccountAround
  readonly gaps: readonly Gap[]
}

interface PricingMeans {
  readonly prices: PriceSource
  readonly catalog: Catalog
  /** Absent where nobody asked how long functions ran. */
  readonly functionUse?: FunctionUse | undefined
}

/** Prices for an account: of what its findings change, and of what runs in it. */
export async function priced(
  findings: readonly Finding[],
  {objects, around}: AccountObjects,
  {prices, catalog, functionUse}: PricingMeans,
): Promise<Priced> {
  const find = objectFinder(around)
  const context = {
    lookup: new Lookup(around),
    keptBy: (live: NonNullable<JoinedObject['live']>) => ownerOf(live, {find, catalog})?.ownedBy,
  }
  const used = await functionUse?.of(findings, around)
  const pricing = {declared: declaredProperties, ...(used && {usage: used.usage})}
  const {book, gaps} = await prices.pricesFor((asked) => {
    priceFindings(findings, around, {...pricing, book: asked})
    const run = new RunRateRun({catalog})
    for (const object of objects) run.add(object, {...context, book: asked})
  })
  const costs = priceFindings(findings, around, {...pricing, book})
  return {findings: costs, around: {...context, book}, gaps: [...gaps, ...(used?.gaps ?? [])]}
}
