import type {LiveEvent} from '../model/live.ts'
import {globalRegion} from '../model/location.ts'
import {homeRegion} from './home-region.ts'
import {interleave} from './interleave.ts'
import {chooseReaders, openReader, type LiveChoice, type ReaderChoice} from './readers.ts'
import type {Reader} from './reader.ts'
import type {AwsSession} from '../aws/session.ts'
import type {ReadTarget} from './targets.ts'

export interface LiveRequest {
  readonly session: AwsSession
  readonly choice: LiveChoice
  readonly targets: readonly ReadTarget[]
  readonly signal: AbortSignal
}

export interface LiveReading {
  readonly choice: ReaderChoice
  readonly events: AsyncGenerator<LiveEvent>
}

/** Places that are read at the same time, each by one reader. */
const readingsAtOnce = 8

/** Reads the live side: every target by every chosen reader, in no particular order. What cannot be read is a gap among the events. */
export async function readLive({session, choice, targets, signal}: LiveRequest): Promise<LiveReading> {
  const chosen = chooseReaders(choice)
  const own = targets.filter(({location}) => location.account === session.account)
  const regions = [...new Set(own.map(({location}) => location.region))].filter((region) => region !== globalRegion)
  const readers = await Promise.all(chosen.readers.map((name) => openReader(name, session, regions)))
  const readings = own.flatMap((target) =>
    readers.filter((reader) => !isTwice(reader, target, regions)).map((reader) => () => read(reader, target, signal)),
  )
  const foreign = targets.filter((target) => !own.includes(target)).map((target) => () => otherAccount(target, session))
  return {choice: chosen, events: interleave([...foreign, ...readings], readingsAtOnce)}
}

/** The tags of global objects are answered along with those of the home region. */
function isTwice({name}: Reader, {location}: ReadTarget, regions: readonly string[]): boolean {
  const home = homeRegion(location.partition)
  return name === 'tagging' && location.region === globalRegion && home !== undefined && regions.includes(home)
}

function read(reader: Reader, {location, types}: ReadTarget, signal: AbortSignal): AsyncIterator<LiveEvent> {
  return reader.read({location, types, signal})[Symbol.asyncIterator]()
}

async function* otherAccount({location, types}: ReadTarget, session: AwsSession): AsyncGenerator<LiveEvent> {
  const detail = `The credentials are for account ${session.account}.`
  for (const {type, declaredIds} of types) {
    const hides = {count: declaredIds.length, examples: declaredIds.slice(0, 5)}
    yield {kind: 'gap', gap: {reason: 'not-read', type, location, detail, hides}}
  }
}
