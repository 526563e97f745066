import type {ComparisonContext, Normalizer} from '../catalog/normalizers/normalizer.ts'
import {deepEqual, holdsUnknown, isEmpty, Sensitive, Unknown, type Json, type Value} from '../model/value.ts'
import {comparable} from './secrets.ts'

export type Verdict = 'equal' | 'drifted' | 'undeclared' | 'unknown' | 'computed'

/** What a rule says beyond the two values. */
export interface Terms {
  readonly normalizer: Normalizer
  readonly default: Json | undefined
  readonly computed: boolean
}

/**
 * Decides on one declared and one live value, as laid down in `src/README.md`, "How a comparison is decided". The declared value
 * is there (null included); the live one may be absent.
 */
export function decide(declared: Value, live: Value | undefined, terms: Terms, context: ComparisonContext): Verdict {
  if (declared === live) return 'equal'
  if (declared instanceof Unknown) return 'unknown'
  const mine = known(declared)
  const theirs = live === undefined ? undefined : known(live)
  if (isEmpty(mine)) {
    if (isUnset(theirs, terms)) return 'equal'
    return terms.computed ? 'computed' : 'undeclared'
  }
  if (theirs === undefined || isUnset(theirs, terms)) {
    if (holdsUnknown(mine)) return 'unknown'
    return isUnset(mine, terms) || isSameAsDefault(mine, terms, context) ? 'equal' : 'drifted'
  }
  if (holdsUnknown(mine)) return 'unknown'
  const [a, b] = comparable(mine, theirs)
  return terms.normalizer(a, b, context) ? 'equal' : 'drifted'
}

/** The secret itself where it is known; a digest stays what it is. */
function known(value: Value): Value {
  return value instanceof Sensitive ? (value.reveal() ?? value) : value
}

/** Nothing that anyone set, off, or what AWS means by nothing. */
function isUnset(value: Value | undefined, terms: Terms): boolean {
  if (isEmpty(value)) return true
  // Where AWS means "on" by nothing, "off" is something that someone set.
  if (value === false || value === 'false') return terms.default !== true
  return terms.default !== undefined && isSameScalar(value, terms.default)
}

/** 0 and "0": services deliver numbers and booleans as texts too. */
function isSameScalar(value: Value | undefined, other: Json): boolean {
  return deepEqual(value, other) || (isScalar(value) && isScalar(other) && String(value) === String(other))
}

function isScalar(value: Value | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isSameAsDefault(declared: Value, terms: Terms, context: ComparisonContext): boolean {
  if (terms.default === undefined) return false
  const [a] = comparable(declared, null)
  return terms.normalizer(a, terms.default, context)
}
