import type {AwsSession} from '../../aws/session.ts'
import type {LiveEvent} from '../../model/live.ts'
import {interleave} from '../interleave.ts'
import type {Reader, ReadRequest, WantedType} from '../reader.ts'
import {loadServiceType} from './index.ts'
import {clientsOf, placeAt, type OpenClient, type Place} from './place.ts'

/** Types of one place that are read at the same time. */
const typesAtOnce = 8

/**
 * The services' own APIs as a live source: their lists answer for up to a thousand objects a call, as of now. Where a list says too
 * little, follow-up calls complete each object.
 */
export function serviceReader(session: AwsSession, open: OpenClient = clientsOf(session)): Reader {
  return {name: 'service', read: (request) => read(request, open)}
}

async function* read({location, types, signal}: ReadRequest, open: OpenClient): AsyncGenerator<LiveEvent> {
  const place = placeAt(location, open, signal)
  yield* interleave(
    types.map((wanted) => () => readType(wanted, place, {location, signal})),
    typesAtOnce,
  )
}

async function* readType(
  wanted: WantedType,
  place: Place | undefined,
  {location, signal}: Pick<ReadRequest, 'location' | 'signal'>,
): AsyncGenerator<LiveEvent> {
  signal.throwIfAborted()
  const type = await loadServiceType(wanted.type)
  if (type && place) {
    yield* type.read(place, wanted)
    return
  }
  const detail = type
    ? 'Where global services answer in this partition is not known.'
    : 'No service API is read for this type.'
  const hides = {count: wanted.declaredIds.length, examples: wanted.declaredIds.slice(0, 5)}
  yield {kind: 'gap', gap: {reason: 'unsupported-type', type: wanted.type, location, detail, hides}}
}
