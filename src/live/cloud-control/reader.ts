import type {AwsSession} from '../../aws/session.ts'
import type {LivePage} from '../../model/live.ts'
import {globalRegion} from '../../model/location.ts'
import type {Ability} from '../abilities.ts'
import {homeRegion} from '../../aws/home-region.ts'
import {interleave} from '../interleave.ts'
import {lookedAtNow} from '../looked-at.ts'
import type {ObjectSource, ReadRequest, WantedType} from '../reader.ts'
import {factsOf} from './facts.ts'
import {Place} from './place.ts'
import {TypeReading} from './type-reading.ts'

/** Types of one place that are read at the same time. */
const typesAtOnce = 8

/**
 * Cloud Control as a live source: every type that the CloudFormation registry can read, in its own shape, as of now, at the price of a
 * call for each object.
 */
export function cloudControlReader(session: AwsSession): ObjectSource {
  return {name: 'cloud-control', ability, read: (request) => read(session, request)}
}

async function ability({type, declaredIds}: WantedType): Promise<Ability> {
  const facts = await factsOf(type)
  if (!facts) return unable('Cloud Control cannot read this type.')
  if (declaredIds.length === 0 && !facts.list) return unable('Cloud Control cannot list this type.')
  return {can: true, because: 'Cloud Control reads it object by object'}
}

function unable(detail: string): Ability {
  return {can: false, why: {reason: 'unsupported-type', detail}}
}

async function* read(session: AwsSession, {location, types, signal, clock}: ReadRequest): AsyncGenerator<LivePage> {
  const region = location.region === globalRegion ? homeRegion(location.partition) : location.region
  if (region === undefined) return
  const {CloudControlClient} = await import('@aws-sdk/client-cloudcontrol')
  const place = new Place(new CloudControlClient(session.clientSettings(region)), location, signal)
  const readings = types.map((wanted) => () => lookedAtNow(readType(wanted, place), clock))
  yield* interleave(readings, typesAtOnce)
}

async function* readType(wanted: WantedType, place: Place): AsyncGenerator<LivePage> {
  const facts = await factsOf(wanted.type)
  if (facts) yield* new TypeReading(wanted, facts, place).events()
}
