import type {Joined} from '../join/joined.ts'
import type {Coverage} from '../model/coverage.ts'
import type {DriftResult} from './drift.ts'

/** How much of what is declared was looked at. */
export function coverageOf(joined: Pick<Joined, 'counts'>, drift: DriftResult): Coverage {
  const {declared, outOfScope, leftOut} = joined.counts
  const {compared, missing} = drift.resources
  return {
    resources: {
      declared,
      compared,
      missing,
      notLookedAt: declared - compared - missing,
      outOfScope,
      ...(leftOut > 0 ? {leftOut} : {}),
    },
    attributes: drift.attributes,
    byType: drift.byType,
  }
}
