import {createHash} from 'node:crypto'

import {compression} from '../../model/compressed.ts'
import type {Location} from '../../model/location.ts'
import type {LiveChoice} from '../abilities.ts'
import type {WantedType} from '../reader.ts'

/** What one reading of one place is asked: equal questions of one version of trueup may share an answer. */
export interface PartQuestion {
  readonly kind: 'objects' | 'tags'
  readonly location: Location
  readonly types: readonly WantedType[]
  readonly choice: LiveChoice | 'fresh'
  /** Regions of the same account: what is global may be read in any of them. */
  readonly regions: readonly string[]
}

/**
 * The name of a part: a digest of everything that its answer depends on, so that another question never finds it. Credentials are
 * part of it by the way they are found, since roles see more or less.
 */
export function partName(question: PartQuestion, trueup: string, access: string): string {
  const {kind, location, choice, regions} = question
  // The Tagging API names everything there is, whatever was asked for.
  const about = kind === 'tags' ? [] : [askedOf(question), choice, regions.toSorted()]
  const {partition, account, region} = location
  const text = JSON.stringify([formatVersion, compression, trueup, access, kind, partition, account, region, about])
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

function askedOf({types}: PartQuestion): readonly unknown[] {
  return types
    .map(({type, declaredIds, unmanaged, detailedIds, needs = []}) => {
      return [type, declaredIds.toSorted(), unmanaged, detailedIds?.toSorted() ?? null, needs.toSorted()] as const
    })
    .toSorted(([a], [b]) => compare(a, b))
}

/** Goes up when a part of an earlier trueup of the same version number would be misread. */
const formatVersion = 2

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
