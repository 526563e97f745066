import type {Gap} from '../model/gap.ts'
import type {LiveEvent, ObjectType} from '../model/live.ts'
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
  events: AsyncIterable<LiveEvent>,
  {location, types, signal}: ReadRequest,
  explorer: Explorer,
): AsyncGenerator<LiveEvent> {
  const unlisted = new Map<ObjectType, Unlisted>()
  const searched = new Map(types.filter(({unmanaged}) => unmanaged).map((wanted) => [wanted.type, wanted]))
  for await (const event of events) if (!held(event, searched, unlisted)) yield event
  const found = new Set<ObjectType>()
  const wanted = [...unlisted.values()].map((one) => one.wanted)
  for await (const event of explorer.search(location, wanted, signal)) {
    if (event.kind === 'scope') found.add(event.scope.type)
    yield event
  }
  for (const [type, {scope, gaps}] of unlisted) {
    if (scope) yield scope
    if (!found.has(type)) for (const gap of gaps) yield {kind: 'gap', gap}
  }
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
