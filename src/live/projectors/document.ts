import {parseDocument} from '../../catalog/normalizers/json-text.ts'
import {keysOf, valueAt} from '../../model/path.ts'
import {isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import type {JsonRecord} from './projector.ts'

/** The nested object at `key`; empty where there is none, so that reads can be chained. */
export function recordAt(record: JsonRecord, key: string): JsonRecord {
  const value = record[key]
  return isRecord(value) ? value : {}
}

/** The list of objects at `key`; anything else in it is dropped. */
export function recordsAt(record: JsonRecord, key: string): readonly JsonRecord[] {
  const value = record[key]
  return isArray(value) ? value.filter((item): item is JsonRecord => isRecord(item)) : []
}

export function textAt(record: JsonRecord, key: string): string | undefined {
  const value = record[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Text that some documents wrap, as `{"value": "available"}` or `{"name": "running"}`. */
export function stateAt(record: JsonRecord, key: string): string | undefined {
  const nested = recordAt(record, key)
  return textAt(record, key) ?? textAt(nested, 'name') ?? textAt(nested, 'value') ?? textAt(nested, 'state')
}

/** Without what the document does not say: absent and null members. */
export function said(record: Readonly<Record<string, Json | undefined>>): JsonRecord {
  const kept: Record<string, Json> = {}
  for (const key of Object.keys(record)) {
    const value = record[key]
    // A name that an assignment would take for something else is no property of any document.
    if (value !== undefined && value !== null && key !== '__proto__') kept[key] = value
  }
  return kept
}

/** Members whose names are canonical as they stand. */
export function picked(record: JsonRecord, keys: readonly string[]): JsonRecord {
  const kept: Record<string, Json | undefined> = {}
  for (const key of keys) kept[key] = record[key]
  return said(kept)
}

/** A JSON document that is delivered as text. */
export function documentAt(record: JsonRecord, key: string): Json | undefined {
  const value = record[key]
  return value === undefined || value === '' ? undefined : parseDocument(value)
}

/** Without what is empty, either: documents full of null for settings that are not there. */
export function filled(record: Readonly<Record<string, Json | undefined>>): JsonRecord {
  return said(Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value))))
}

/** The list as a property: absent where it is empty. */
export function listed<T extends Json>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined
}

/**
 * Of the paths that every present-day document shows, those that this one lacks: it was recorded before AWS introduced them, and
 * AWS Config does not rewrite what it once recorded.
 */
export function unseenOf(
  properties: JsonRecord,
  alwaysShown: readonly string[],
): {readonly unseen?: readonly string[]} {
  const unseen = alwaysShown.filter((path) => valueAt(properties, keysOf(path)) === undefined)
  return unseen.length > 0 ? {unseen} : {}
}
