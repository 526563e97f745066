import {serviceReader} from '../../../src/live/service/reader.ts'
import type {LiveEvent, LiveObject} from '../../../src/model/live.ts'
import {eventsOf} from '../events-of.ts'
import type {Location} from '../../../src/model/location.ts'
import {awsError, fakeSession} from '../fake-session.ts'
import type {WantedType} from '../../../src/live/reader.ts'
import {fakeClients, type FakeCall} from './fake-clients.ts'

/** One recorded answer or error of an operation, for calls whose input has the members of `for`. */
export interface RecordedAnswer {
  readonly for?: Readonly<Record<string, unknown>>
  readonly answer?: Readonly<Record<string, unknown>>
  readonly error?: string
  /** What the error says besides its name. */
  readonly message?: string
}

export type Recording = Readonly<Record<string, readonly RecordedAnswer[]>>

/** The events of reading from a recording; what it lacks is denied. */
export async function readRecorded(
  recording: Recording,
  location: Location,
  types: readonly WantedType[],
): Promise<readonly LiveEvent[]> {
  const reader = serviceReader({...fakeSession, account: location.account}, fakeClients(answerFrom(recording)))
  return eventsOf(reader.read({location, types, signal: new AbortController().signal}))
}

export function objectsIn(events: readonly LiveEvent[]): readonly LiveObject[] {
  return events.flatMap((event) => (event.kind === 'object' ? [event.object] : []))
}

function answerFrom(recording: Recording): (call: FakeCall) => unknown {
  return ({operation, input}) => {
    const found = recording[operation]?.find(({for: members = {}}) => isPartOf(members, input))
    if (found?.error !== undefined) throw awsError(found.error, 400, found.message)
    if (found === undefined) throw awsError('AccessDenied', 403, `nothing is recorded of ${operation}`)
    return found.answer ?? {}
  }
}

function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && part.every((item, index) => isPartOf(item, whole[index]))
  if (typeof part !== 'object' || part === null) return part === whole
  return Object.entries(part).every(([key, value]) => isPartOf(value, (whole as Record<string, unknown>)?.[key]))
}
