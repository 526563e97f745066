import type {Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/** An amount that AWS may raise by itself: storage that scales. Not symmetric: less than what is declared is a change. */
export const atLeast: Normalizer = (declared, live) => amountOf(live) >= amountOf(declared)

/** NaN, which is never at least anything, for what is no number. */
function amountOf(value: Json): number {
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
}
