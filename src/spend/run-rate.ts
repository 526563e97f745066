import {acceleratedTypes, acceleratorOf, looksAccelerated} from '../catalog/accelerators/accelerators.ts'
import {declaredInstanceTypes, liveInstanceTypes} from '../catalog/accelerators/instance-types.ts'
import type {Catalog} from '../catalog/catalog.ts'
import {embeddedPrices} from '../catalog/prices/embedded.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare} from '../join/subject.ts'
import {compareFindings, type Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {LiveObject} from '../model/live.ts'
import {Decimal, decimalText} from '../model/money.ts'
import type {PriceBook} from '../model/price.ts'
import type {RunRate, RunRateRow} from '../model/spend.ts'
import type {Charge} from './cost/cost-model.ts'
import {Lookup} from './cost/lookup.ts'
import {costModel} from './cost/models.ts'
import {numberOf, textOf} from './cost/property.ts'
import {instanceFacts} from './instance.ts'
import {hostAccelerator, rowOf, runningMachines, type Machine, type Price} from './row.ts'
import {runRateTotal} from './run-rate-total.ts'
import {spendFinding, unownedDetail, unusedDetail} from './spend-findings.ts'
import {priceOf} from './row-price.ts'
import {SpendGaps} from './spend-gaps.ts'
import {isUnowned, monthly} from './totals.ts'
import {useOf} from './use.ts'

/** What pricing needs besides objects. */
export interface RunRateContext {
  readonly catalog: Pick<Catalog, 'creator'>
  /** Absent where no policy says what an owner is. */
  readonly ownership?: OwnershipTags
}

/** What pricing of one account needs besides: it may differ from account to account. */
export interface AccountAround {
  /** Objects that one may refer to: the configuration of an endpoint, the host of an instance. */
  readonly lookup: Lookup
  readonly book: PriceBook
  /** What keeps a live object that Terraform does not declare, in words. */
  readonly keptBy?: (object: LiveObject) => string | undefined
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

/**
 * What all that is accelerated and runs now costs at list price, what is reserved for it and not used, and what nobody owns of it: EC2,
 * and so EKS, ECS, Batch and EMR by their instances; SageMaker; reservations; dedicated hosts; Bedrock throughput. Pure; exact to the last digit.
 */
export function runRate(
  objects: Iterable<JoinedObject>,
  {book = embeddedPrices, keptBy, ...context}: RunRateContext & Partial<Omit<AccountAround, 'lookup'>>,
): SpendResult {
  const all = [...objects]
  const run = new RunRateRun(context)
  const around = {lookup: new Lookup(all), book, ...(keptBy && {keptBy})}
  for (const object of all) run.add(object, around)
  return run.result()
}

/** The same, object by object, however many there are: what is kept is what costs. */
export class RunRateRun {
  readonly #context: RunRateContext
  readonly #gaps = new SpendGaps()
  readonly #rows: RunRateRow[] = []
  readonly #findings: Finding[] = []
  readonly #pricesAsOf = new Map<string, string>()
  #around: AccountAround = {lookup: new Lookup([]), book: embeddedPrices}
  #notRunning = 0

  constructor(context: RunRateContext) {
    this.#context = context
  }

  /** @returns what an instance costs; undefined for all else */
  add(object: JoinedObject, around: AccountAround): RunRateRow | undefined {
    const {type, live} = object
    if (live === undefined || live.deleting !== undefined) return undefined
    this.#around = around
    const before = this.#rows.length
    if (type === 'AWS::EC2::Instance') this.#addInstance(object, live)
    else if (type === 'AWS::EC2::CapacityReservation') this.#addReservation(object, live)
    else if (type === 'AWS::Bedrock::ProvisionedModelThroughput') this.#addThroughput(object, live)
    else if (useOf(type) !== undefined) this.#addCharged(object, live)
    return type === 'AWS::EC2::Instance' ? this.#rows[before] : undefined
  }

  result(): SpendResult {
    const spend = runRateTotal(this.#rows, {
      pricesAsOf: this.#pricesAsOf,
      notRunning: this.#notRunning,
      ownershipKeys: this.#context.ownership?.keys,
    })
    return {spend, findings: this.#findings.toSorted(compareFindings), gaps: this.#gaps.list()}
  }

  #addInstance(object: JoinedObject, live: LiveObject): void {
    const instanceType = instanceTypeOf(object, live)
    const {runs, notes} = instanceFacts(live.properties)
    if (instanceType === undefined) {
      if (runs !== 'no')
        this.#gaps.add(
          'accelerator-unknown',
          object,
          'The reader that answered does not show which instance type it is.',
        )
      return
    }
    const accelerator = this.#acceleratorOf(object, instanceType, runs !== 'no')
    if (accelerator === 'none') return
    if (runs === 'no') this.#notRunning += 1
    else if (accelerator)
      this.#addMachine(object, live, {instanceType, accelerator, notes: this.#hostedNotes(notes, object, live)})
  }

  /** Where the host is not among what was read, the list price of the instance has to stand for it. */
  #hostedNotes(notes: Machine['notes'], {location}: JoinedObject, {properties}: LiveObject): Machine['notes'] {
    const host = textOf(properties, 'HostId') ?? ''
    if (!notes.includes('on-host') || this.#around.lookup.find('AWS::EC2::Host', host, location)?.live) return notes
    return notes.map((note) => (note === 'on-host' ? 'dedicated' : note))
  }

  /** 'none' where it is surely none; undefined where it looks like one that is not known, which is told. */
  #acceleratorOf(object: JoinedObject, instanceType: string, runs = true) {
    const accelerator = acceleratorOf(instanceType)
    if (accelerator) return accelerator
    if (!looksAccelerated(instanceType)) return 'none'
    if (runs)
      this.#gaps.add(
        'accelerator-unknown',
        object,
        `${instanceType} looks accelerated and is newer than the catalogue: what it holds and costs is not known.`,
      )
    return undefined
  }

  /** What a model of its costs says of the machines that it runs. */
  #addCharged(object: JoinedObject, live: LiveObject): void {
    const use = useOf(object.type)
    const charges = costModel(object.type)?.charges(live.properties, this.#around.lookup.setting(object))
    if (!charges || use === undefined) return
    if ('unknown' in charges) return this.#gaps.add('accelerator-unknown', object, `Not known: ${charges.what}.`)
    const notes = 'notes' in charges && charges.notes?.includes('spot') ? (['spot'] as const) : []
    for (const {thing, quantity} of charges.charges) {
      if (quantity.isZero()) continue
      if (thing.of === 'dedicated-host') {
        const accelerator = hostAccelerator(thing.family, acceleratedTypes)
        if (accelerator)
          this.#addMachine(object, live, {instanceType: thing.family, accelerator, notes, use, machines: quantity})
      } else if (thing.of === 'sagemaker') {
        const accelerator = this.#acceleratorOf(object, thing.instanceType)
        if (accelerator && accelerator !== 'none')
          this.#addMachine(object, live, {
            instanceType: thing.instanceType,
            accelerator,
            notes,
            use,
            machines: quantity,
          })
      }
    }
  }

  /** Reserved and unused, of whatever type it is: paid like instances that run. */
  #addReservation(object: JoinedObject, live: LiveObject): void {
    const charges = costModel(object.type)?.charges(live.properties, this.#around.lookup.setting(object))
    if (!charges) return
    if ('unknown' in charges) {
      const instanceType = textOf(live.properties, 'InstanceType')
      if (instanceType !== undefined && acceleratorOf(instanceType))
        this.#gaps.add('accelerator-unknown', object, `Not known: ${charges.what}.`)
      return
    }
    const [charge] = charges.charges
    if (!charge || charge.quantity.isZero() || charge.thing.of !== 'instance') return
    const {instanceType} = charge.thing
    const accelerator = this.#acceleratorOf(object, instanceType)
    const use = 'unused-reservation' as const
    const machine =
      accelerator && accelerator !== 'none'
        ? {instanceType, accelerator, notes: [], use, machines: charge.quantity}
        : undefined
    const price = machine ? this.#price(object, live, machine) : this.#quietPrice(live, charge)
    if (machine) this.#rows.push(rowOf(object, live, machine, {missing: []}, price))
    this.#findings.push(spendFinding(object, unusedDetail(live, charge, price), this.#context.catalog))
  }

  #addThroughput(object: JoinedObject, {properties, location, arn}: LiveObject): void {
    const units = numberOf(properties, 'ModelUnits') ?? new Decimal(0)
    const model = (textOf(properties, 'ModelArn') ?? 'a model').split('/').at(-1) ?? ''
    if (units.isZero()) return
    this.#gaps.add('price-unknown', object, `No price is known of ${model}, by the model unit: it is in no total.`)
    this.#rows.push({
      id: object.id,
      ...(arn !== undefined && {arn}),
      account: location.account,
      region: location.region,
      instanceType: model,
      acceleratorClass: 'managed',
      model: 'model units',
      accelerators: decimalText(units),
      missingKeys: [],
      use: 'bedrock-throughput',
    })
  }

  #addMachine(object: JoinedObject, live: LiveObject, machine: Machine): void {
    const missing = this.#context.ownership?.missing(object) ?? []
    if (missing === 'unknown') {
      this.#gaps.add(
        'tags-unknown',
        object,
        'Whether anyone owns these accelerated instances is not known: their tags could not be seen.',
      )
    }
    const keptBy = this.#around.keptBy?.(live)
    const {price, notes} = this.#priced(object, live, machine)
    const row = rowOf(object, live, {...machine, notes}, {missing, ...(keptBy !== undefined && {keptBy})}, price)
    this.#rows.push(row)
    if (isUnowned(row) && runningMachines(row) > 0)
      this.#findings.push(spendFinding(object, unownedDetail(row), this.#context.catalog))
  }

  #priced(object: JoinedObject, live: LiveObject, machine: Machine) {
    const found = priceOf(machine, live, this.#around.book)
    if (found.unpriced !== undefined) {
      this.#gaps.add(
        'price-unknown',
        object,
        `No list price of ${found.unpriced} in ${live.location.region} is known: it is in no total.`,
      )
    }
    if (found.asOf !== undefined) this.#noteDate(live.location.region, found.asOf)
    return found
  }

  #price(object: JoinedObject, live: LiveObject, machine: Machine): Price {
    return this.#priced(object, live, machine).price
  }

  /** The oldest date counts, where a region has several. */
  #noteDate(region: string, asOf: string): void {
    const known = this.#pricesAsOf.get(region)
    const date = asOf.slice(0, 10)
    if (known === undefined || date < known) this.#pricesAsOf.set(region, date)
  }

  /** Of what is not accelerated: no gap, for the finding says that it has no price. */
  #quietPrice({location: {region}}: LiveObject, {thing, quantity}: Charge): Price {
    const unit = this.#around.book.price({...thing, region})
    if (!unit) return {}
    const hourly = unit.amount.times(quantity)
    return {hourly: decimalText(hourly), monthly: monthly(hourly), currency: unit.currency}
  }
}

/** What is live counts; what is declared helps out where the reader does not show it. */
function instanceTypeOf(object: JoinedObject, live: LiveObject): string | undefined {
  const resource = mainShare(object)?.resource
  const sides = [liveInstanceTypes(live), resource ? declaredInstanceTypes(resource) : []]
  return sides.flatMap((types) => (types === 'unknown' ? [] : types))[0]
}
