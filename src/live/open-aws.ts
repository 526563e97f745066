import type {LiveEvent} from '../model/live.ts'
import type {Location} from '../model/location.ts'
import {readLive} from './read-live.ts'
import type {LiveChoice} from './readers.ts'
import {openSession} from './session.ts'
import {targetsOf} from './targets.ts'
import type {Wanted} from './wanted.ts'

/** AWS as the live side, as the flags say. */
export interface AwsRequest {
  readonly choice: LiveChoice
  /** Default: the regions of what is declared, else that of the session. */
  readonly regions: readonly string[]
  readonly profile?: string
  readonly roles?: readonly string[]
  readonly externalId?: string
}

export interface AwsSide {
  readonly account: string
  readonly locations: readonly Location[]
  /** Which readers answer, and why these. */
  readonly because: string
  readonly events: AsyncGenerator<LiveEvent>
}

/** Opens a session and starts reading; nothing is asked for before the events are. */
export async function openAws(request: AwsRequest, wanted: Wanted, signal: AbortSignal): Promise<AwsSide> {
  const {choice, regions, ...access} = request
  const session = await openSession({...access, ...(regions[0] === undefined ? {} : {region: regions[0]}), signal})
  const targets = targetsOf(session, regions, wanted)
  const {choice: chosen, events} = await readLive({session, choice, targets, signal})
  const locations = targets.map(({location}) => location)
  return {account: session.account, locations, because: chosen.because, events}
}
