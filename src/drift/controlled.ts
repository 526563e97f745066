import {valueAt} from '../model/path.ts'
import type {Value, ValueRecord} from '../model/value.ts'
import type {Control} from './plan.ts'

/** Who moved a value that differs: undefined where nobody is meant to, or not as far as that. */
export function controllerOf(
  control: Control | undefined,
  live: ValueRecord,
  actual: Value | undefined,
): string | undefined {
  if (!control || actual === undefined) return undefined
  if (!control.within) return control.by
  const [min, max] = control.within.map((keys) => numberOf(valueAt(live, keys)))
  const value = numberOf(actual)
  const isInside = min !== undefined && max !== undefined && value !== undefined && min <= value && value <= max
  return isInside ? control.by : undefined
}

function numberOf(value: Value | undefined): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const number = Number(value)
  return value === '' || Number.isNaN(number) ? undefined : number
}
