import {TrueupError} from '../errors.ts'
import type {LiveEvent} from '../model/live.ts'
import {globalRegion, type Location} from '../model/location.ts'
import {readLive} from './read-live.ts'
import type {LiveChoice} from './abilities.ts'
import {choiceInWords} from './readers.ts'
import {openSession, type AwsSession, type SessionRequest} from '../aws/session.ts'
import {targetsOf} from './targets.ts'
import type {DeclaredObject, Wanted} from './wanted.ts'

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
  const declared = [...wanted.declared]
  const region = regions[0] === undefined ? {} : {region: regions[0]}
  const session = await openSomewhere({...access, ...region, signal}, regionOf(declared))
  const targets = targetsOf(session, regions, {...wanted, declared})
  const events = await readLive({session, choice, targets, signal})
  const locations = targets.map(({location}) => location)
  return {account: session.account, locations, because: choiceInWords(choice), events}
}

/** Who we are can be asked in any region: where neither flag nor environment nor profile names one, what is declared does. */
async function openSomewhere(request: SessionRequest, declared: string | undefined): Promise<AwsSession> {
  try {
    return await openSession(request)
  } catch (error) {
    const isHelped = error instanceof TrueupError && error.code === 'aws-region-missing' && declared !== undefined
    if (!isHelped) throw error
    return openSession({...request, region: declared})
  }
}

function regionOf(declared: readonly DeclaredObject[]): string | undefined {
  return declared.find(({location: {region}}) => region !== undefined && region !== globalRegion)?.location.region
}
