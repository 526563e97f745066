import {deepEqual, isRecord} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * Two routes in the form of `catalog/routes.ts`. Documents of AWS Config leave out targets that are younger than they are (core
 * networks): where one side has none, the destination decides.
 */
export const route: Normalizer = (declared, live) => {
  if (!isRecord(declared) || !isRecord(live)) return deepEqual(declared, live)
  if (declared['Target'] !== undefined && live['Target'] !== undefined) return deepEqual(declared, live)
  return deepEqual({...declared, Target: null}, {...live, Target: null})
}
