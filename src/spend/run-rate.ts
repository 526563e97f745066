import {acceleratorOf, looksAccelerated} from '../catalog/accelerators/accelerators.ts'
import {declaredInstanceTypes, liveInstanceTypes} from '../catalog/accelerators/instance-types.ts'
import {hourlyPrice} from '../catalog/accelerators/prices.ts'
import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare, subjectOf} from '../join/subject.ts'
import {compareFindings, compareText, fingerprintOf, type Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {LiveObject} from '../model/live.ts'
import {Decimal, decimalText} from '../model/money.ts'
import type {RunRate, RunRateRow} from '../model/spend.ts'
import {instanceFacts} from './instance.ts'
import {rowOf, type Machine, type Price} from './row.ts'
import {SpendGaps} from './spend-gaps.ts'
import {isUnowned, monthly, sum, totalsOf} from './totals.ts'

/** What pricing needs besides objects. */
export interface RunRateContext {
  readonly catalog: Pick<Catalog, 'creator'>
  /** Absent where no policy says what an owner is. */
  readonly ownership?: OwnershipTags
}

/** Who answers for the money of an object, as its tags tell. */
export interface OwnershipTags {
  readonly keys: readonly string[]
  /** The keys that the object lacks; 'unknown' where its tags could not be seen. */
  missing(object: JoinedObject): readonly string[] | 'unknown'
}

export interface SpendResult {
  readonly spend: RunRate
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
}

/** What the accelerated EC2 instances that run now cost at list price, and which of them nobody owns. Pure; exact to the last digit. */
export function runRate(objects: Iterable<JoinedObject>, context: RunRateContext): SpendResult {
  const run = new RunRateRun(context)
  for (const object of objects) run.add(object)
  return run.result()
}

/** The same, object by object, however many there are: what is kept is what costs. */
export class RunRateRun {
  readonly #context: RunRateContext
  readonly #gaps = new SpendGaps()
  readonly #rows: RunRateRow[] = []
  readonly #findings: Finding[] = []
  readonly #pricesAsOf = new Map<string, string>()
  #notRunning = 0

  constructor(context: RunRateContext) {
    this.#context = context
  }

  /** @returns what the object costs; undefined where it is none of what this is about */
  add(object: JoinedObject): RunRateRow | undefined {
    const {type, live} = object
    if (type !== 'AWS::EC2::Instance' || live === undefined || live.deleting !== undefined) return undefined
    return this.#addInstance(object, live)
  }

  #addInstance(object: JoinedObject, live: LiveObject): RunRateRow | undefined {
    const instanceType = instanceTypeOf(object, live)
    const facts = instanceFacts(live.properties)
    if (instanceType === undefined) {
      if (facts.runs !== 'no')
        this.#gaps.add(
          'accelerator-unknown',
          object,
          'The reader that answered does not show which instance type it is.',
        )
      return undefined
    }
    const accelerator = acceleratorOf(instanceType)
    if (!accelerator && !looksAccelerated(instanceType)) return undefined
    if (facts.runs === 'no') this.#notRunning += 1
    else if (accelerator) return this.#addRunning(object, live, {instanceType, accelerator, notes: facts.notes})
    else
      this.#gaps.add(
        'accelerator-unknown',
        object,
        `${instanceType} looks accelerated and is newer than the catalogue: what it holds and costs is not known.`,
      )
    return undefined
  }

  result(): SpendResult {
    const rows = this.#rows.toSorted(byCost)
    const unowned = rows.filter(isUnowned)
    const [total, ...otherCurrencies] = totalsOf(rows)
    const spend: RunRate = {
      currency: total.currency,
      basis: 'on-demand list price, Linux',
      pricesAsOf: Object.fromEntries([...this.#pricesAsOf].toSorted(([a], [b]) => compareText(a, b))),
      hourly: total.hourly,
      monthly: total.monthly,
      unowned: {...total.unowned, instances: unowned.length, accelerators: devices(unowned)},
      instances: rows.length,
      accelerators: devices(rows),
      rows,
      ...(this.#context.ownership && {ownershipKeys: this.#context.ownership.keys}),
      ...(this.#notRunning > 0 && {notRunning: this.#notRunning}),
      ...(otherCurrencies.length > 0 && {otherCurrencies}),
    }
    return {spend, findings: this.#findings.toSorted(compareFindings), gaps: this.#gaps.list()}
  }

  #addRunning(object: JoinedObject, live: LiveObject, machine: Machine): RunRateRow {
    const missing = this.#context.ownership?.missing(object) ?? []
    if (missing === 'unknown') {
      this.#gaps.add(
        'tags-unknown',
        object,
        'Whether anyone owns these accelerated instances is not known: their tags could not be seen.',
      )
    }
    const row = rowOf(object, live, machine, missing, this.#price(object, live, machine.instanceType))
    this.#rows.push(row)
    if (isUnowned(row)) this.#findings.push(this.#unowned(object, row))
    return row
  }

  #price(object: JoinedObject, {location: {region}}: LiveObject, instanceType: string): Price {
    const price = hourlyPrice(instanceType, region)
    if (!price) {
      this.#gaps.add(
        'price-unknown',
        object,
        `No list price of ${instanceType} in ${region} is known: it is in no total.`,
      )
      return {}
    }
    const asOf = price.asOf.slice(0, 10)
    const known = this.#pricesAsOf.get(region)
    if (known === undefined || known < asOf) this.#pricesAsOf.set(region, asOf)
    return {hourly: decimalText(price.amount), monthly: monthly(price.amount), currency: price.currency}
  }

  #unowned(object: JoinedObject, row: RunRateRow): Finding {
    const {instanceType, model, accelerators, missingKeys, hourly, monthly: month, currency} = row
    const resource = mainShare(object)?.resource
    const subject = subjectOf(object, this.#context.catalog, resource)
    const detail = {
      code: 'accelerator-unowned',
      missingKeys,
      instanceType,
      model,
      count: accelerators,
      ...(hourly !== undefined && month !== undefined && currency !== undefined && {hourly, monthly: month, currency}),
    } as const
    return {
      ...detail,
      severity: 'high',
      confidence: 'curated',
      subject,
      ...(resource && {source: resource.source}),
      fingerprint: fingerprintOf(detail, subject),
    }
  }
}

/** What is live counts; what is declared helps out where the reader does not show it. */
function instanceTypeOf(object: JoinedObject, live: LiveObject): string | undefined {
  const resource = mainShare(object)?.resource
  const sides = [liveInstanceTypes(live), resource ? declaredInstanceTypes(resource) : []]
  return sides.flatMap((types) => (types === 'unknown' ? [] : types))[0]
}

function devices(rows: readonly RunRateRow[]): string {
  return sum(rows.map(({accelerators}) => accelerators))
}

/** The dearest first; those without a price last. */
function byCost(a: RunRateRow, b: RunRateRow): number {
  return (
    new Decimal(b.hourly ?? -1).comparedTo(a.hourly ?? -1) ||
    compareText(a.account, b.account) ||
    compareText(a.region, b.region) ||
    compareText(a.id, b.id)
  )
}
