import type {Gap, GapReason} from '../model/gap.ts'
import type {LiveEvent, LivePage, ObjectType} from '../model/live.ts'
import type {Failure} from '../aws/call.ts'
import {choose, mayAnswer, type Option, type Refusal} from './choose.ts'
import type {LiveChoice, ObjectReader} from './abilities.ts'
import {blindReaders} from './blind-readers.ts'
import {interleave} from './interleave.ts'
import {pagesFrom} from './pages-from.ts'
import type {ObjectSource, ReadRequest, WantedType} from './reader.ts'
import {readerNames} from '../model/reader-names.ts'

export type Sources = ReadonlyMap<ObjectReader, ObjectSource>

/** Readers of one place that read at the same time: each has types of its own. */
const readersAtOnce = 4

/**
 * The wanted types of one place, each by the first of its readers that manages to: where one fails, the next is asked. What none of
 * them could read is one gap, with what each of them said.
 */
export async function* readTypes(
  request: ReadRequest,
  choice: LiveChoice | 'fresh',
  sources: Sources,
): AsyncGenerator<LivePage> {
  let turns = await Promise.all(request.types.map((wanted) => firstTurn(wanted, request, choice, sources)))
  while (turns.length > 0) {
    const refused = turns.filter(({options}) => options.length === 0)
    if (refused.length > 0) yield refused.map((turn) => gapOf(turn, request))
    const open = turns.filter(({options}) => options.length > 0)
    const failed: Turn[] = []
    const byReader = Map.groupBy(open, ({options: [next]}) => next?.reader)
    const readings = [...byReader.values()].map((group) => () => readGroup(group, request, sources, failed))
    yield* interleave(readings, readersAtOnce)
    turns = failed
  }
}

/** Where a type stands: who may still be asked, and who could not. */
interface Turn {
  readonly wanted: WantedType
  readonly options: readonly Option[]
  readonly refusals: readonly Refusal[]
}

async function firstTurn(
  wanted: WantedType,
  request: ReadRequest,
  choice: LiveChoice | 'fresh',
  sources: Sources,
): Promise<Turn> {
  const {location, signal} = request
  const allowed = [...sources].filter(([name]) => mayAnswer(name, choice))
  const asked = allowed.map(async ([name, source]) => [name, await source.ability(wanted, location, signal)] as const)
  const names = allowed.map(([name]) => name)
  return {wanted, ...choose(wanted.type, choice, new Map(await Promise.all(asked)), await blindReaders(wanted, names))}
}

/** Some types by one reader. Gaps of a type are held back until it is clear whether the type was read all the same. */
async function* readGroup(
  turns: readonly Turn[],
  request: ReadRequest,
  sources: Sources,
  failed: Turn[],
): AsyncGenerator<LivePage> {
  const open = new Map(turns.map((turn) => [turn.wanted.type, turn]))
  const held = new Map<ObjectType, Gap[]>()
  const source = turns[0]?.options[0] && sources.get(turns[0].options[0].reader)
  const types = turns.map(({wanted}) => wanted)
  const told = (event: LiveEvent): LiveEvent | LivePage => {
    const type = typeOf(event)
    const turn = type === undefined ? undefined : open.get(type)
    if (!turn) return event
    const gaps = held.get(turn.wanted.type) ?? []
    if (event.kind === 'gap') held.set(turn.wanted.type, [...gaps, event.gap])
    if (event.kind !== 'scope') return []
    open.delete(turn.wanted.type)
    const scope = {...event.scope, because: becauseOf(turn)}
    return [{kind: 'scope', scope}, ...gaps.map((gap) => ({kind: 'gap', gap}) as const)]
  }
  if (source) yield* pagesFrom(source.read({...request, types}), (page) => page.flatMap(told))
  for (const turn of open.values()) failed.push(nextTurn(turn, held.get(turn.wanted.type) ?? []))
}

function typeOf(event: LiveEvent): ObjectType | undefined {
  if (event.kind === 'gap') return event.gap.type
  return event.kind === 'scope' ? event.scope.type : undefined
}

function nextTurn({wanted, options, refusals}: Turn, gaps: readonly Gap[]): Turn {
  const [tried, ...left] = options
  if (!tried) return {wanted, options, refusals}
  const silent: Failure = {reason: 'failed', detail: 'It gave no answer.'}
  const said = gaps.length > 0 ? gaps.map(failureIn) : [silent]
  return {wanted, options: left, refusals: [...refusals, ...said.map((why) => ({reader: tried.reader, why}))]}
}

function failureIn({reason, action, grant, detail}: Gap): Failure {
  return {reason, ...(action === undefined ? {} : {action}), ...(grant && {grant}), detail}
}

/** Those that were chosen first and failed are named: the words of the choice itself do not know of them. */
function becauseOf({options: [option], refusals}: Turn): string {
  const because = option?.because ?? ''
  const failed = refusals.filter(({why}) => isMishap(why.reason)).map(({reader, why}) => mishap(reader, why))
  const untold = [...new Set(failed)].filter((text) => !because.includes(text))
  return untold.length === 0 ? because : `${because}; ${untold.join('; ')}`
}

function mishap(reader: ObjectReader, {reason}: Failure): string {
  return `${readerNames[reader].replace(/^The/, 'the')} could not (${reason})`
}

function isMishap(reason: GapReason): boolean {
  return mostTelling.indexOf(reason) <= mostTelling.indexOf('failed')
}

/** What a person can mend comes first: it becomes the reason of the whole. */
const mostTelling: readonly GapReason[] = [
  'denied',
  'region-off',
  'throttled',
  'timed-out',
  'failed',
  'not-recorded',
  'not-read',
  'unsupported-type',
]

function gapOf({wanted, refusals}: Turn, {location}: ReadRequest): LiveEvent {
  const {type, declaredIds} = wanted
  const hides = {count: declaredIds.length, examples: declaredIds.slice(0, 5)}
  return {kind: 'gap', gap: {...combined(refusals), type, location, hides}}
}

function combined(refusals: readonly Refusal[]): Failure {
  const [main, ...others] = refusals.toSorted((a, b) => rank(a.why.reason) - rank(b.why.reason))
  if (!main) return {reason: 'not-read', detail: 'None of the readers that --live allows knows this type.'}
  const {reason, action, grant} = main.why
  const detail = [main, ...others].map(({why}) => why.detail).filter((text, index, all) => all.indexOf(text) === index)
  return {reason, ...(action === undefined ? {} : {action}), ...(grant && {grant}), detail: detail.join(' ')}
}

function rank(reason: GapReason): number {
  const place = mostTelling.indexOf(reason)
  return place === -1 ? mostTelling.length : place
}
