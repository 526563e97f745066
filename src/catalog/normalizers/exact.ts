import {byForm} from './normalizer.ts'
import {isArray, isRecord, type Json} from '../../model/value.ts'

/**
 * Equal values; numbers and booleans equal their text ("5432" and 5432), since Terraform and AWS disagree on which they send.
 * Inside objects, null and absent members are the same.
 */
export const exact = byForm(scalarsAsText)

export function scalarsAsText(value: Json): Json {
  if (value === null) return null
  if (typeof value !== 'object') return String(value)
  if (isArray(value)) return value.map((item) => scalarsAsText(item))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, scalarsAsText(item)]))
}
