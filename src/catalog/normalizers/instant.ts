import type {Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/** A moment: `2026-01-01T00:00:00Z`, with milliseconds, with another offset, or as milliseconds since 1970 (Config). */
export const instant = byForm((value): Json => {
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? value : time
})
