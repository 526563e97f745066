import type {Failure} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {LivePage} from '../../model/live.ts'
import type {Location} from '../../model/location.ts'
import {interleave} from '../interleave.ts'
import {lookedAtNow} from '../looked-at.ts'
import type {ObjectSource, ReadRequest, WantedType} from '../reader.ts'
import {loadServiceType, serviceTypes} from './index.ts'
import {clientsOf, placeAt, type OpenClient, type Place} from './place.ts'

/** Types of one place that are read at the same time. */
const typesAtOnce = 8

/**
 * The services' own APIs as a live source: their lists answer for up to a thousand objects a call, as of now. Where a list says too
 * little, follow-up calls complete each object.
 */
export function serviceReader(session: AwsSession, open: OpenClient = clientsOf(session)): ObjectSource {
  return {
    name: 'service',
    read: (request) => read(request, open),
    ability: async ({type}) =>
      serviceTypes.has(type) ? {can: true, because: 'its service lists it'} : {can: false, why: unknownType},
  }
}

const unknownType: Failure = {reason: 'unsupported-type', detail: 'No service API is read for this type.'}

async function* read({location, types, signal, clock}: ReadRequest, open: OpenClient): AsyncGenerator<LivePage> {
  const place = placeAt(location, open, signal)
  yield* interleave(
    types.map((wanted) => () => lookedAtNow(readType(wanted, place, location), clock)),
    typesAtOnce,
  )
}

async function* readType(wanted: WantedType, place: Place | undefined, location: Location): AsyncGenerator<LivePage> {
  const type = await loadServiceType(wanted.type)
  if (type && place) {
    yield* type.read(place, wanted)
    return
  }
  const homeless = 'Where global services answer in this partition is not known.'
  const failure = type ? {...unknownType, detail: homeless} : unknownType
  const hides = {count: wanted.declaredIds.length, examples: wanted.declaredIds.slice(0, 5)}
  yield [{kind: 'gap', gap: {...failure, type: wanted.type, location, hides}}]
}
