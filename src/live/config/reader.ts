import type {ConfigServiceClient} from '@aws-sdk/client-config-service'

import type {LiveEvent, LivePage, ObjectType} from '../../model/live.ts'
import {failureIn, type Failure} from '../../aws/call.ts'
import {interleave} from '../interleave.ts'
import {pagesFrom} from '../pages-from.ts'
import type {Ability} from '../abilities.ts'
import type {ObjectSource, ReadRequest, WantedType} from '../reader.ts'
import type {AwsSession} from '../../aws/session.ts'
import {Answers} from './answers.ts'
import {discoveredCounts, type Counts} from './counts.ts'
import {coverageOf, type Coverage} from './coverage.ts'
import {discoveredItems} from './discovered.ts'
import {everSeen} from './ever-seen.ts'
import {queriedItems, queryGroups} from './query.ts'
import {recordersOf, supportedTypes, type Recorder} from './recorder.ts'
import {regionsKeeping} from './regions.ts'
import {configTypeOf} from './types.ts'

/** What needs not be asked, since it was. */
export interface AlreadyAsked {
  /** What was answered, once; undefined where nothing was. */
  recordersOf(account: string, region: string): Promise<readonly Recorder[] | undefined>
}

/** Few, so that a page limit of one type does not hold up many, and a query that fails costs little. */
const typesPerQuery = 8
const queriesAtOnce = 5

/**
 * AWS Config as a live source: one call gives the full documents of a hundred objects, as of the last recording. What the recorder
 * leaves out is a gap, since its absence from the answers means nothing.
 *
 * @param regions of the whole scan: IAM objects may be recorded in any of them
 */
export function configReader(session: AwsSession, regions: readonly string[], already?: AlreadyAsked): ObjectSource {
  const offices = new Map<string, Promise<Office>>()
  const officeOf = (region: string, signal: AbortSignal): Promise<Office> => {
    const office = offices.get(region) ?? openOffice(session, region, {already, signal})
    offices.set(region, office)
    return office
  }
  return {
    name: 'config',
    ability: async ({type}, location, signal) =>
      abilityOf(await officeKeeping(type, {location, signal}, regions, officeOf)),
    read: (request) => read(request, regions, officeOf),
    howMany: async (types, location, signal) => howMany(types, {location, signal}, regions, officeOf),
  }
}

/** Undefined where a type is kept nowhere, or the objects may not be counted. */
async function howMany(
  types: readonly ObjectType[],
  request: Pick<ReadRequest, 'location' | 'signal'>,
  regions: readonly string[],
  officeOf: OfficeOf,
): Promise<number | undefined> {
  let sum = 0
  for (const type of types) {
    const found = await officeKeeping(type, request, regions, officeOf)
    const counts = 'office' in found ? await found.office.counts() : undefined
    // Empty for a while after Config was turned on.
    if (!counts || counts.size === 0) return undefined
    sum += counts.get(configTypeOf(type)) ?? 0
  }
  return sum
}

function abilityOf(found: Failure | Pick<Assignment, 'office' | 'daily'>): Ability {
  if (!('office' in found)) return {can: false, why: found}
  return found.daily
    ? {can: true, because: 'AWS Config records it once a day', daily: true}
    : {can: true, because: 'AWS Config records it continuously'}
}

/** Config in one region. */
interface Office {
  readonly client: ConfigServiceClient
  readonly coverage: Coverage
  /** Asked at most once; undefined where it is denied. */
  counts(): Promise<Counts | undefined>
}

type OfficeOf = (region: string, signal: AbortSignal) => Promise<Office>

async function openOffice(
  session: AwsSession,
  region: string,
  {already, signal}: {readonly already: AlreadyAsked | undefined; readonly signal: AbortSignal},
): Promise<Office> {
  const {ConfigServiceClient} = await import('@aws-sdk/client-config-service')
  const client = new ConfigServiceClient(session.clientSettings(region))
  let counted: Promise<Counts | undefined> | undefined
  const counts = async (): Promise<Counts | undefined> =>
    (counted ??= discoveredCounts(client, signal).catch(unlessFailed))
  try {
    const recorders = (await already?.recordersOf(session.account, region)) ?? (await recordersOf(client, signal))
    return {client, counts, coverage: coverageOf(recorders, await supportedTypes())}
  } catch (error) {
    const why = failureIn(error)
    return {client, counts, coverage: () => ({recorded: false, why})}
  }
}

function unlessFailed(error: unknown): undefined {
  failureIn(error)
}

interface Assignment {
  readonly wanted: WantedType
  readonly office: Office
  readonly daily: boolean
  readonly answers: Answers
}

async function* read(request: ReadRequest, regions: readonly string[], officeOf: OfficeOf): AsyncGenerator<LivePage> {
  const assignments: Assignment[] = []
  for (const wanted of request.types) {
    const answers = new Answers(wanted, request.location)
    const found = await officeKeeping(wanted.type, request, regions, officeOf)
    if ('office' in found) assignments.push({wanted, answers, ...found})
    else yield answers.fail(found)
  }
  const byOffice = Map.groupBy(assignments, ({office}) => office)
  const groups = [...byOffice.values()].flatMap((of) => queryGroups(of, configTypeIn, typesPerQuery))
  const readings = groups.map((group) => () => readGroup(group, request.signal))
  yield* interleave(readings, queriesAtOnce)
}

/** Where the type is kept, or why nowhere: what the likeliest region says. */
async function officeKeeping(
  type: ObjectType,
  {location, signal}: Pick<ReadRequest, 'location' | 'signal'>,
  regions: readonly string[],
  officeOf: OfficeOf,
): Promise<Failure | Pick<Assignment, 'office' | 'daily'>> {
  let why: Failure | undefined
  for (const region of regionsKeeping(type, location, regions)) {
    const office = await officeOf(region, signal)
    const recording = office.coverage(configTypeOf(type))
    if (recording.recorded) return {office, daily: recording.daily}
    why ??= recording.why
  }
  return why ?? {reason: 'not-recorded', detail: 'AWS Config keeps global types of this partition in no known region.'}
}

/** One query for all types of the group; where it fails, each type by itself. */
async function* readGroup(group: readonly Assignment[], signal: AbortSignal): AsyncGenerator<LivePage> {
  const [first] = group
  if (!first) return
  const byType = new Map(group.map((assignment) => [configTypeIn(assignment), assignment]))
  try {
    yield* pagesFrom(queriedItems(first.office.client, [...byType.keys()], signal), (items) =>
      items.flatMap((item) => byType.get(item.resourceType)?.answers.take(item) ?? []),
    )
  } catch (error) {
    const failure = failureIn(error)
    if (group.length === 1) yield* readDiscovered(first, failure, signal)
    else for (const assignment of group) yield* readGroup([assignment], signal)
    return
  }
  const said: LiveEvent[] = []
  for (const assignment of group) said.push(...(await conclude(assignment, signal)))
  yield said
}

/** The long way, for a type whose query fails; what is told in the end is why the query failed. */
async function* readDiscovered(
  assignment: Assignment,
  failure: Failure,
  signal: AbortSignal,
): AsyncGenerator<LivePage> {
  const {wanted, office, answers} = assignment
  if (failure.reason === 'throttled') {
    yield answers.fail(failure)
    return
  }
  try {
    yield* pagesFrom(discoveredItems(office.client, configTypeOf(wanted.type), signal), ({items, unread}) => {
      const page = items.flatMap((item) => answers.take(item) ?? [])
      if (unread.length > 0) answers.miss('throttled', 'AWS Config left these unprocessed each time.', unread)
      return page
    })
  } catch (error) {
    failureIn(error)
    yield answers.fail(failure)
    return
  }
  yield await conclude(assignment, signal)
}

/**
 * What was read to the end is known, unless nothing came although something is declared: then all of it is missing only if Config ever
 * saw it.
 */
async function conclude({wanted, office, daily, answers}: Assignment, signal: AbortSignal): Promise<LivePage> {
  const [declared] = wanted.declaredIds
  try {
    const known =
      !answers.none ||
      declared === undefined ||
      (await everSeen(office.client, configTypeOf(wanted.type), declared, signal))
    return known ? answers.end(daily) : answers.fail(neverSeen)
  } catch (error) {
    return answers.fail(failureIn(error))
  }
}

const neverSeen: Failure = {
  reason: 'not-recorded',
  detail:
    'AWS Config never saw what is declared here, nor anything else of this type: it may not know it in this region.',
}

function configTypeIn({wanted}: Assignment): string {
  return configTypeOf(wanted.type)
}
