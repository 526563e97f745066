import {Decimal} from '../../model/money.ts'
import {keysOf, valueAt} from '../../model/path.ts'
import type {ValueRecord} from '../../model/value.ts'

/** The text at a canonical path; undefined where there is none, or it is not known. */
export function textOf(properties: ValueRecord, path: string): string | undefined {
  const value = valueAt(properties, keysOf(path))
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The number at a canonical path; AWS and Terraform give numbers as texts too. */
export function numberOf(properties: ValueRecord, path: string): Decimal | undefined {
  const value = valueAt(properties, keysOf(path))
  if (typeof value === 'number') return new Decimal(value)
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : undefined
}

/** Whether a switch is on. */
export function isOn(properties: ValueRecord, path: string): boolean {
  const value = valueAt(properties, keysOf(path))
  return value === true || value === 'true'
}
