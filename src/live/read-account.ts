import {homeRegion} from '../aws/home-region.ts'
import type {AwsSession} from '../aws/session.ts'
import type {LivePage} from '../model/live.ts'
import {globalRegion, type Location} from '../model/location.ts'
import type {Clock} from '../model/surroundings.ts'
import type {LiveChoice} from './abilities.ts'
import type {AlreadyAsked} from './config/reader.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'
import {interleave} from './interleave.ts'
import type {Keeper, ReadRest} from './kept/keeper.ts'
import type {PartQuestion} from './kept/part-name.ts'
import {openReaders} from './readers.ts'
import {readTypes} from './read-types.ts'
import type {ReadRequest} from './reader.ts'
import {withSearch} from './with-search.ts'
import type {ReadTarget} from './targets.ts'

export interface ReadingOptions {
  readonly choice: LiveChoice | 'fresh'
  /** Keeps what is read, and knows what was read before. */
  readonly keeper?: Keeper | undefined
  /** Asked before the account itself. */
  readonly aggregator?: Aggregator | undefined
  readonly already?: AlreadyRead | undefined
  readonly signal: AbortSignal
  readonly clock?: Clock | undefined
}

/** What needs not be read, since it was. */
export interface AlreadyRead extends AlreadyAsked {
  /** Whether whoever asks has the tags of a place, and will add them. */
  hasTagsOf(location: Location): Promise<boolean>
}

/** Places of one account that are read at the same time; tags are a reading of their own. */
const readingsAtOnce = 16

/**
 * Reads one account: every type in every place by the reader that is best for it, tags besides. The readers live as long as this does,
 * and with them their clients.
 */
export async function* readAccount(
  session: AwsSession,
  targets: readonly ReadTarget[],
  {choice, keeper, aggregator, already, signal, clock}: ReadingOptions,
): AsyncGenerator<LivePage> {
  const regions = [...new Set(targets.map(({location}) => location.region))].filter((region) => region !== globalRegion)
  const {sources, tagging, explorer} = await openReaders(session, regions, aggregator, already)
  const readObjects = (request: ReadRequest): AsyncIterable<LivePage> => {
    const read = readTypes(request, choice, sources)
    return choice === 'auto' ? withSearch(read, request, explorer) : read
  }
  const kept = (kind: PartQuestion['kind'], target: ReadTarget, read: ReadRest): AsyncIterable<LivePage> =>
    keeper?.reading({...target, kind, choice, regions}, read) ?? read(target.types)
  const objects = targets.map(
    ({location, types: all}) =>
      () =>
        kept('objects', {location, types: all}, (types) => readObjects({location, types, signal, clock}))[
          Symbol.asyncIterator
        ](),
  )
  const tags = targets
    .filter((target) => !isTwice(target, regions))
    .map(
      (target) =>
        async function* (): AsyncGenerator<LivePage> {
          if (await already?.hasTagsOf(target.location)) return
          yield* kept('tags', target, () => tagging.read({...target, signal}))
        },
    )
  yield* interleave([...objects, ...(choice === 'fresh' ? [] : tags)], readingsAtOnce)
}

/** The tags of global objects are answered along with those of the home region. */
function isTwice({location}: ReadTarget, regions: readonly string[]): boolean {
  const home = homeRegion(location.partition)
  return location.region === globalRegion && home !== undefined && regions.includes(home)
}
