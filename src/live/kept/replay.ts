import type {FileHandle} from 'node:fs/promises'

import type {LiveEvent, LivePage, ObjectType} from '../../model/live.ts'
import {pagesFrom} from '../pages-from.ts'
import {partEvents, type FoundPart} from './part.ts'
import type {PartQuestion} from './part-name.ts'

interface Replay extends Pick<FoundPart, 'settled' | 'ended' | 'hasPlaceGap'> {
  /** Takes objects that came along with those of wanted types: they may come again. */
  readonly seen?: Set<string>
}

/**
 * What a kept part says of the types that it has settled. Objects of types that nobody asked for came along with others, and are
 * passed on; gaps of the place are, where nothing is left to be read.
 */
export async function* replayed(
  file: FileHandle,
  {settled, ended, hasPlaceGap, seen}: Replay,
  {kind, types}: PartQuestion,
): AsyncGenerator<LivePage> {
  const wanted = new Set(types.map(({type}) => type))
  const isWhole = kind === 'tags' ? ended && !hasPlaceGap : [...wanted].every((type) => settled.has(type))
  if (kind === 'tags' && !isWhole) return
  const isSaid = (event: LiveEvent): boolean => {
    const type = typeOf(event)
    if (type === undefined ? event.kind !== 'gap' || isWhole : settled.has(type)) return true
    if (event.kind !== 'object' || wanted.has(event.object.type)) return false
    seen?.add(`${event.object.type} ${event.object.id}`)
    return true
  }
  yield* pagesFrom(partEvents(file), (page) => page.filter(isSaid))
}

function typeOf(event: LiveEvent): ObjectType | undefined {
  if (event.kind === 'object') return event.object.type
  if (event.kind === 'scope') return event.scope.type
  return event.kind === 'gap' ? event.gap.type : undefined
}
