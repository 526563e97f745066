import type {LengthRange} from '../policy/policy.ts'
import type {ValueCheck} from './value-check.ts'

/** A value that is too short or too long. */
export const length: ValueCheck = (value, {length: range}) => range !== undefined && !hasLength(value, range)

/** AWS limits tags by Unicode characters, not by UTF-16 units (https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html). */
export function hasLength(text: string, {min = 0, max = Infinity}: LengthRange): boolean {
  // A character takes one unit or two, so most lengths need no counting.
  if (text.length <= max && text.length >= 2 * min) return true
  const characters = Array.from(text).length
  return characters >= min && characters <= max
}
