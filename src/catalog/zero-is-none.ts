import type {Json} from '../model/value.ts'

/** Providers write 0 for a number that nobody set. */
export function zeroIsNone(value: Json): Json {
  return value === 0 || value === '0' ? null : value
}
