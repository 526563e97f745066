import type {Gap} from '../model/gap.ts'
import type {PartialLocation} from '../model/location.ts'
import {countText} from './count-text.ts'

/** Gaps with one cause, wherever they are. */
export interface AlikeGaps extends Omit<Gap, 'location'> {
  /** Of each of them; those that hide something come first. */
  readonly places: readonly PartialLocation[]
}

const examplesShown = 5

/**
 * Gaps that differ in place alone, told once: what nobody can read in one account, nobody can in fifty. For people only: formats for
 * machines hold every gap with its place.
 */
export function alikeGaps(gaps: readonly Gap[]): readonly AlikeGaps[] {
  const groups = Map.groupBy(gaps, (gap) => JSON.stringify({...gap, location: undefined, hides: undefined}))
  return [...groups.values()].flatMap((alike): readonly AlikeGaps[] => {
    const [first, ...others] = alike.toSorted((a, b) => Number(b.hides.count > 0) - Number(a.hides.count > 0))
    if (!first) return []
    const {location: _, ...cause} = first
    const all = [first, ...others]
    const hides = {
      count: all.reduce((sum, gap) => sum + gap.hides.count, 0),
      examples: [...new Set(all.flatMap((gap) => gap.hides.examples))].slice(0, examplesShown),
    }
    return [{...cause, hides, places: all.map(({location = {}}) => location)}]
  })
}

/** `us-east-1, us-west-2 and 10 more`. */
export function fewText(texts: readonly string[], most = 3): string {
  const distinct = [...new Set(texts)].filter((text) => text !== '')
  const left = distinct.length - most
  const shown = distinct.slice(0, most).join(', ')
  return left > 0 ? `${shown} and ${countText(left)} more` : shown
}
