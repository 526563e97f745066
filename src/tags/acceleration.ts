import {acceleratorOf, looksAccelerated} from '../catalog/accelerators/accelerators.ts'
import {declaredInstanceTypes, liveInstanceTypes} from '../catalog/accelerators/instance-types.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {LiveObject} from '../model/live.ts'
import type {Applies} from './scope.ts'

/** Whether an object runs accelerators, live or by declaration. A type newer than the catalogue counts by its name: it is dear. */
export function runsAccelerators(live: LiveObject | undefined, resource: DeclaredResource | undefined): Applies {
  const sides = [live ? liveInstanceTypes(live) : [], resource ? declaredInstanceTypes(resource) : []]
  const known = sides.flatMap((types) => (types === 'unknown' ? [] : types))
  if (known.some((type) => acceleratorOf(type) !== undefined || looksAccelerated(type))) return 'yes'
  return sides.includes('unknown') ? 'unknown' : 'no'
}
