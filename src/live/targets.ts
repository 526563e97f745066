import type {ObjectType} from '../model/live.ts'
import {globalRegion, type Location} from '../model/location.ts'
import {isGlobalType} from './global-types.ts'
import type {WantedType} from './reader.ts'

/** What to read in one place. */
export interface ReadTarget {
  readonly location: Location
  readonly types: readonly WantedType[]
}

/** Every type in every region of one account, with whatever is unmanaged; global types once. For scans that start from no state. */
export function targetsIn(
  {partition, account}: Pick<Location, 'partition' | 'account'>,
  regions: readonly string[],
  types: readonly ObjectType[],
): readonly ReadTarget[] {
  const wanted = types.map((type): WantedType => ({type, declaredIds: [], unmanaged: true}))
  const placed = (region: string, of: readonly WantedType[]): readonly ReadTarget[] =>
    of.length > 0 ? [{location: {partition, account, region}, types: of}] : []
  return [
    ...placed(
      globalRegion,
      wanted.filter(({type}) => isGlobalType(type)),
    ),
    ...regions.flatMap((region) =>
      placed(
        region,
        wanted.filter(({type}) => !isGlobalType(type)),
      ),
    ),
  ]
}
