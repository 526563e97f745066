import {isArray, isRecord, Sensitive, Unknown, type Value} from '../model/value.ts'
import {harmless} from './harmless.ts'

/** A value on one line, as a person reads it: text in quotes, so that "" and "1" are not taken for nothing and 1. */
export function valueText(value: Value | undefined): string {
  return value === undefined ? '(not set)' : harmless(plainText(value))
}

function plainText(value: Value): string {
  if (value instanceof Sensitive) return '(sensitive)'
  if (value instanceof Unknown) return '(unknown)'
  if (isArray(value)) return `[${value.map(plainText).join(', ')}]`
  if (isRecord(value)) return recordText(Object.entries(value))
  return JSON.stringify(value)
}

function recordText(entries: readonly (readonly [string, Value])[]): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}: ${plainText(value)}`).join(', ')}}`
}
