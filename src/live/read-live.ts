import type {LiveEvent} from '../model/live.ts'
import {globalRegion} from '../model/location.ts'
import type {LiveChoice} from './abilities.ts'
import {homeRegion} from './home-region.ts'
import {interleave} from './interleave.ts'
import {openReaders} from './readers.ts'
import {readTypes} from './read-types.ts'
import type {AwsSession} from '../aws/session.ts'
import type {ReadTarget} from './targets.ts'

export interface LiveRequest {
  readonly session: AwsSession
  readonly choice: LiveChoice
  readonly targets: readonly ReadTarget[]
  readonly signal: AbortSignal
}

/** Places that are read at the same time. */
const readingsAtOnce = 8

/**
 * Reads the live side: every type in every place by the reader that is best for it, tags besides, in no particular order. What cannot
 * be read is a gap among the events.
 */
export async function readLive({session, choice, targets, signal}: LiveRequest): Promise<AsyncGenerator<LiveEvent>> {
  const own = targets.filter(({location}) => location.account === session.account)
  const regions = [...new Set(own.map(({location}) => location.region))].filter((region) => region !== globalRegion)
  const {sources, tagging} = await openReaders(session, regions)
  const objects = own.map((target) => () => readTypes({...target, signal}, choice, sources))
  const tags = own
    .filter((target) => !isTwice(target, regions))
    .map((target) => () => tagging.read({...target, signal})[Symbol.asyncIterator]())
  const foreign = targets.filter((target) => !own.includes(target)).map((target) => () => otherAccount(target, session))
  return interleave([...foreign, ...objects, ...tags], readingsAtOnce)
}

/** The tags of global objects are answered along with those of the home region. */
function isTwice({location}: ReadTarget, regions: readonly string[]): boolean {
  const home = homeRegion(location.partition)
  return location.region === globalRegion && home !== undefined && regions.includes(home)
}

async function* otherAccount({location, types}: ReadTarget, session: AwsSession): AsyncGenerator<LiveEvent> {
  const detail = `The credentials are for account ${session.account}.`
  for (const {type, declaredIds} of types) {
    const hides = {count: declaredIds.length, examples: declaredIds.slice(0, 5)}
    yield {kind: 'gap', gap: {reason: 'not-read', type, location, detail, hides}}
  }
}
