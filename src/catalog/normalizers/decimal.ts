import type {Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/** A number as text, with whatever zeros at its end: `0.1` and `0.100000`. */
export const decimal = byForm((value): Json => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && !Number.isNaN(number) ? number : value
})
