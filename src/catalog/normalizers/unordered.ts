import {canonicalJson, isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/**
 * A document in which no list has an order, what is empty or off is absent, and times are instants: rules and configurations of S3
 * buckets, which every API gives back in an order and a spelling of its own.
 */
export const unordered = byForm((value) => unorderedForm(value))

export function unorderedForm(value: Json): Json {
  if (isArray(value)) return [...new Set(value.map((item) => canonicalJson(unorderedForm(item))))].toSorted()
  if (!isRecord(value)) return typeof value === 'string' ? instant(value) : value === null ? null : String(value)
  const members = Object.entries(value).map(([name, member]): [string, Json] => [name, unorderedForm(member)])
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member) && member !== 'false'))
}

/** `2026-01-01`, `2026-01-01T00:00:00Z` and `2026-01-01T00:00:00.000Z` are one instant. */
function instant(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text)) return text
  const time = Date.parse(text)
  return Number.isNaN(time) ? text : new Date(time).toISOString()
}
