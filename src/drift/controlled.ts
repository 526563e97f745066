import type {ComparisonContext} from '../catalog/normalizers/normalizer.ts'
import {valueAt} from '../model/path.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import type {Control} from './plan.ts'
import {comparable} from './secrets.ts'

/** The two sides of one property that differ. */
interface Sides {
  readonly declared: Value
  readonly actual: Value | undefined
  /** All properties beside it. */
  readonly live: ValueRecord
}

/** Who moved a value that differs, as a member of the difference: empty where nobody is meant to, or not as far as that. */
export function controllerOf(
  control: Control | undefined,
  {declared, actual, live}: Sides,
  context: ComparisonContext,
): {readonly controlledBy?: string} {
  if (!control || actual === undefined) return {}
  const {by, within, sameBy} = control
  if (within && !isInside(actual, valueAt(live, within[0]), valueAt(live, within[1]))) return {}
  if (sameBy && !sameBy(...comparable(declared, actual), context)) return {}
  return {controlledBy: by}
}

/** Whether a number, or its text, lies between two others; not where one of them is not known. */
export function isInside(value: Value | undefined, min: Value | undefined, max: Value | undefined): boolean {
  const [number, least, most] = [value, min, max].map(numberOf)
  return number !== undefined && least !== undefined && most !== undefined && least <= number && number <= most
}

function numberOf(value: Value | undefined): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const number = Number(value)
  return value === '' || Number.isNaN(number) ? undefined : number
}
