import {isArray, isRecord, type Json} from '../../model/value.ts'
import {isoTime} from '../iso-time.ts'
import {itemTags, type Tags} from '../config/item-tags.ts'
import type {JsonRecord, Projector} from '../projectors/projector.ts'
import type {ServiceObject} from './service-type.ts'

/** The pages of one of the SDK's paginators, as lists. */
export async function* pagesOf<Page, T>(
  pages: AsyncIterable<Page>,
  listIn: (page: Page) => readonly T[] | undefined,
): AsyncGenerator<readonly T[]> {
  for await (const page of pages) yield listIn(page) ?? []
}

/** An answer of the SDK as plain JSON: times in ISO 8601, bytes in Base64, without what is not said. */
export function plain(value: unknown): Json {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map((item) => plain(item))
  if (typeof value !== 'object' || value === null) return value as Json
  const said = Object.entries(value).filter(([key, member]) => member !== undefined && key !== '$metadata')
  return Object.fromEntries(said.map(([key, member]) => [key, plain(member)]))
}

/**
 * The document of a legacy configuration item: the answer with the first letter of its names in lower case.
 *
 * @param maps members whose keys are no names of the API but somebody's own, such as those of environment variables
 */
export function documentOf(answer: object, maps: ReadonlySet<string> = new Set()): JsonRecord {
  return lowered(plain(answer), maps) as JsonRecord
}

function lowered(value: Json, maps: ReadonlySet<string>): Json {
  if (isArray(value)) return value.map((item) => lowered(item, maps))
  if (!isRecord(value)) return value
  const members = Object.entries(value).map(([key, member]) => [
    key.charAt(0).toLowerCase() + key.slice(1),
    maps.has(key) ? member : lowered(member, maps),
  ])
  return Object.fromEntries(members) as JsonRecord
}

/** Lists of `{Key, Value}`, `{key, value}` or `{TagKey, TagValue}`, and maps; no tags where the answer, which could show some, has none. */
export function tagsOf(tags: unknown): Tags {
  return itemTags(plain(tags ?? []), {}, {}) ?? {}
}

/** The object of an answer in the shape that Config keeps; the tags are another call's. */
export function projected(projector: Projector, answer: object, maps?: ReadonlySet<string>): ServiceObject {
  return projector.project({resourceId: '', configuration: documentOf(answer, maps), supplementary: {}})
}

/** The same for a service that shows the tags of an object, or that it has none, in the same answer. */
export function tagged(
  projector: Projector,
  answer: {readonly Tags?: unknown; readonly TagSet?: unknown},
  maps?: ReadonlySet<string>,
): ServiceObject {
  return {tags: tagsOf(answer.Tags ?? answer.TagSet), ...projected(projector, answer, maps)}
}

/** What a projector can show of an answer of the service. */
export function seenBy({sees}: Projector): readonly string[] {
  if (sees === '*') throw new TypeError('A reader of service answers names what it sees.')
  return sees
}

/** The members of an answer that are canonical as they stand. */
export function named<Answer extends object>(answer: Answer, names: readonly (keyof Answer & string)[]): JsonRecord {
  const said = names.map((name) => [name, answer[name]] as const)
  return plain(Object.fromEntries(said.filter(([, value]) => value !== undefined && value !== null))) as JsonRecord
}

/** What is asked for at most once of a client, however many objects need it. */
export function oncePer<Client extends object, T>(ask: (client: Client) => Promise<T>): (client: Client) => Promise<T> {
  const answers = new WeakMap<Client, Promise<T>>()
  return async (client) => {
    const answer = answers.get(client) ?? ask(client)
    answers.set(client, answer)
    return answer
  }
}

/** When the service says that the object was made. */
export function createdAt(time: unknown): Pick<ServiceObject, 'createdAt'> {
  const at = isoTime(time)
  return at === undefined ? {} : {createdAt: at}
}

/**
 * The members of an answer whose names are canonical but for their first letter, all the way down.
 *
 * @param maps members, as the answer names them, whose keys are somebody's own: labels, options
 */
export function capitalized<Answer extends object>(
  answer: Answer,
  names: readonly (keyof Answer & string)[],
  maps: ReadonlySet<string> = new Set(),
): JsonRecord {
  return raised(named(answer, names), maps) as JsonRecord
}

function raised(value: Json, maps: ReadonlySet<string>): Json {
  if (isArray(value)) return value.map((item) => raised(item, maps))
  if (!isRecord(value)) return value
  const members = Object.entries(value).map(([key, member]) => [
    key.charAt(0).toUpperCase() + key.slice(1),
    maps.has(key) ? member : raised(member, maps),
  ])
  return Object.fromEntries(members) as JsonRecord
}

/** Pages of a call that the SDK has no paginator for. */
export async function* tokenPages<Page>(
  ask: (token: string | undefined) => Promise<Page>,
  tokenIn: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  let token: string | undefined
  do {
    const page = await ask(token)
    yield page
    token = tokenIn(page)
  } while (token !== undefined && token !== '')
}
