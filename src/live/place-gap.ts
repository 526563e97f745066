import type {Failure} from '../aws/call.ts'
import type {LiveEvent} from '../model/live.ts'
import type {PartialLocation} from '../model/location.ts'
import type {ReadTarget} from './targets.ts'

const examplesShown = 5

/** A whole region or account that was not read, and how much of what is declared that hides. */
export function placeGap(failure: Failure, location: PartialLocation, targets: readonly ReadTarget[]): LiveEvent {
  const ids = targets.flatMap(({types}) => types.flatMap(({declaredIds}) => declaredIds))
  return {kind: 'gap', gap: {...failure, location, hides: {count: ids.length, examples: ids.slice(0, examplesShown)}}}
}
