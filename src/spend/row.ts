import type {Accelerator} from '../catalog/accelerators/accelerators.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare} from '../join/subject.ts'
import type {LiveObject} from '../model/live.ts'
import type {RunRateNote, RunRateRow} from '../model/spend.ts'

/** A running machine: what it is, and how far its list price can be trusted. */
export interface Machine {
  readonly instanceType: string
  readonly accelerator: Accelerator
  readonly notes: readonly RunRateNote[]
}

/** Empty where no price is known. */
export type Price = Pick<RunRateRow, 'hourly' | 'monthly' | 'currency'>

export function rowOf(
  object: JoinedObject,
  {location, arn}: LiveObject,
  {instanceType, accelerator, notes: known}: Machine,
  missing: readonly string[] | 'unknown',
  price: Price,
): RunRateRow {
  const address = mainShare(object)?.resource.address
  const notes: readonly RunRateNote[] = [
    ...known,
    ...(accelerator.verify === undefined ? [] : (['count-unverified'] as const)),
    ...(missing === 'unknown' ? (['tags-unknown'] as const) : []),
  ]
  return {
    id: object.id,
    ...(address !== undefined && {address}),
    ...(arn !== undefined && {arn}),
    account: location.account,
    region: location.region,
    instanceType,
    acceleratorClass: accelerator.class,
    model: `${accelerator.vendor} ${accelerator.model}`,
    accelerators: accelerator.count,
    ...price,
    missingKeys: missing === 'unknown' ? [] : missing,
    ...(notes.length > 0 && {notes}),
  }
}
