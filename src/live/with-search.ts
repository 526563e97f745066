import type {Gap} from '../model/gap.ts'
import type {LiveEvent, LivePage, ObjectType} from '../model/live.ts'
import {pagesFrom} from './pages-from.ts'
import type {ReadRequest, WantedType} from './reader.ts'
import type {Explorer} from './resource-explorer/explorer.ts'

/** A type whose unmanaged objects no reader could list, and what was said of that. */
interface Unlisted {
  readonly wanted: WantedType
  scope?: LiveEvent
  readonly gaps: Gap[]
}

/**
 * What was read of a place, and, by Resource Explorer, what there is besides of types that could not be listed. Those types are ended only
 * then; where it finds them, that nobody searched is no longer true, and not said.
 */
export async function* withSearch(
  pages: AsyncIterable<LivePage>,
  {location, types, signal}: ReadRequest,
  explorer: Explorer,
): AsyncGenerator<LivePage> {
  const unlisted = new Map<ObjectType, Unlisted>()
  const searched = new Map(types.filter(({unmanaged}) => unmanaged).map((wanted) => [wanted.type, wanted]))
  yield* pagesFrom(pages, (page) => page.filter((event) => !held(event, searched, unlisted)))
  const found = new Set<ObjectType>()
  const wanted = [...unlisted.values()].map((one) => one.wanted)
  for await (const page of explorer.search(location, wanted, signal)) {
    for (const event of page) if (event.kind === 'scope') found.add(event.scope.type)
    yield page
  }
  const rest = [...unlisted].flatMap(([type, {scope, gaps}]): LivePage => {
    const left = found.has(type) ? [] : gaps
    return [...(scope ? [scope] : []), ...left.map((gap) => ({kind: 'gap', gap}) as const)]
  })
  if (rest.length > 0) yield rest
}

/** Whether an event says that a type could not be listed; it is then kept back. */
function held(
  event: LiveEvent,
  searched: ReadonlyMap<ObjectType, WantedType>,
  unlisted: Map<ObjectType, Unlisted>,
): boolean {
  if (event.kind === 'scope') {
    const wanted = searched.get(event.scope.type)
    if (!wanted || !event.scope.declaredOnly) return false
    unlisted.set(event.scope.type, {wanted, scope: event, gaps: []})
    return true
  }
  if (event.kind !== 'gap' || event.gap.hides.count > 0) return false
  const {type = ''} = event.gap
  const wanted = searched.get(type)
  if (wanted?.declaredIds.length === 0 && !unlisted.has(type)) unlisted.set(type, {wanted, gaps: []})
  const known = unlisted.get(type)
  known?.gaps.push(event.gap)
  return known !== undefined
}
