import type {CostNote} from '../../model/cost.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import type {Decimal} from '../../model/money.ts'
import type {PartialLocation} from '../../model/location.ts'
import type {PricedThing} from '../../model/price.ts'
import type {ValueRecord} from '../../model/value.ts'

/**
 * What objects of one type are paid for, by their canonical properties. One file a type, registered in `models.ts`. Pure: the same
 * properties give the same charges, so that two sets of properties can be told apart by what they cost.
 */
export interface CostModel {
  readonly objectType: ObjectType
  /** The properties that decide on the charges, by their top name: a finding about another one costs nothing. */
  readonly properties: readonly string[]
  /** Its machines are objects of their own: where all that runs is added up, they count and this does not. */
  readonly machines?: 'objects'
  /** By itself it costs nothing, wherever it comes from or goes to; a change of it costs. */
  readonly changesOnly?: true
  charges(properties: ValueRecord, setting: CostSetting): Charges
}

/** What a model may look at besides the properties. */
export interface CostSetting {
  readonly id: string
  readonly location: PartialLocation
  /** Another object of the scan, in a place that does not contradict this one's. */
  readonly find: (type: ObjectType, id: string) => LiveObject | undefined
  /** All live objects of a type in this object's account and region. */
  readonly all: (type: ObjectType) => readonly LiveObject[]
  /** What was measured of the object; absent where nobody asked. */
  readonly usage?: FunctionUsage
}

/** Use of a Lambda function in one month. */
export interface FunctionUsage {
  readonly invocations: Decimal
  /** Milliseconds of all invocations together. */
  readonly duration: Decimal
}

/** What is paid for; or why nobody can tell. */
export type Charges =
  | {readonly charges: readonly Charge[]; readonly notes?: readonly CostNote[]; readonly measured?: true}
  | {readonly unknown: 'value' | 'usage'; readonly what: string}

/** So many units of something, all the time; of what is measured, so many a month. */
export interface Charge {
  readonly thing: PricedThing
  readonly quantity: Decimal
}

export const nothing: Charges = {charges: []}
