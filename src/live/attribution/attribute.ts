import PQueue from 'p-queue'

import {failureIn} from '../../aws/call.ts'
import type {AwsSession} from '../../aws/session.ts'
import type {Change} from '../../model/change.ts'
import {compareText, type Finding} from '../../model/finding.ts'
import {compareGaps, type Gap} from '../../model/gap.ts'
import type {LiveObject} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {homeRegion} from '../../aws/home-region.ts'
import {changeOf, spanOf} from './choose.ts'
import {changeIn, recordings} from './history.ts'
import {noWrites, writesTo} from './lookup.ts'

export interface AttributionRequest {
  /** The session that reads an account; undefined where none does. */
  readonly sessionOf: (account: string) => Promise<AwsSession | undefined>
  readonly now: Date
  readonly signal: AbortSignal
}

export interface Attribution {
  /** By fingerprint. */
  readonly changes: ReadonlyMap<string, Change>
  readonly gaps: readonly Gap[]
}

/** Two calls a second is all that CloudTrail answers: more objects than these take minutes, and the worst findings come first. */
const mostObjects = 100

/**
 * Who changed what was found, when, how and from where: AWS Config's history tells when, CloudTrail's event history of 90 days the rest.
 * An object costs up to fifteen calls of the first and one to nine of the second. What neither knows stays without an answer.
 */
export async function attribute(findings: readonly Finding[], request: AttributionRequest): Promise<Attribution> {
  const groups = [...Map.groupBy(findings.filter(isOfSomebody), objectKey).values()]
  const changes = new Map<string, Change>()
  const gaps = new Map<string, Gap>()
  const queue = new PQueue({concurrency: 4})
  await queue.addAll(
    groups.slice(0, mostObjects).map((group) => async () => {
      request.signal.throwIfAborted()
      for (const [fingerprint, change] of await attributeGroup(group, request, gaps)) changes.set(fingerprint, change)
    }),
  )
  const left = groups.slice(mostObjects)
  return {changes, gaps: [...[...gaps.values()].toSorted(compareGaps), ...(left.length === 0 ? [] : [leftOver(left)])]}
}

/** Each is a change that somebody made to one object. */
const codes: ReadonlySet<Finding['code']> = new Set([
  'drifted',
  'drifted-undeclared',
  'conflict',
  'missing',
  'unmanaged',
  'unmanaged-child',
])

function isOfSomebody({code, subject: {objectType, id, location}}: Finding): boolean {
  return codes.has(code) && objectType !== undefined && id !== undefined && isPlace(location)
}

function isPlace(location: Partial<Location> | undefined): location is Location {
  return location?.account !== undefined && location.region !== undefined && location.partition !== undefined
}

function objectKey({subject: {objectType, id, location}}: Finding): string {
  return [location?.account, location?.region, objectType, id].join('\n')
}

type Found = readonly (readonly [fingerprint: string, change: Change])[]

async function attributeGroup(
  group: readonly Finding[],
  {sessionOf, now, signal}: AttributionRequest,
  gaps: Map<string, Gap>,
): Promise<Found> {
  const subject = group[0]?.subject
  const {objectType: type, id, location, name, arn} = subject ?? {}
  if (type === undefined || id === undefined || !isPlace(location)) return []
  const session = await sessionOf(location.account)
  const region = location.region === globalRegion ? homeRegion(location.partition) : location.region
  if (session === undefined || region === undefined) return []
  const asked = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      const failure = failureIn(error)
      note(gaps, {...failure, location, hides: {count: group.length, examples: [id]}})
      return otherwise
    }
  }
  const {ConfigServiceClient} = await import('@aws-sdk/client-config-service')
  const config = new ConfigServiceClient(session.clientSettings(region))
  const isEnough = (newestFirst: readonly LiveObject[]): boolean =>
    group.every((finding) => !('path' in finding) || changeIn(newestFirst, finding.path) !== undefined)
  const history = await asked(() => recordings(config, {type, id, name, location}, isEnough, signal), [])
  const windows = new Map(
    group.map((finding) => [finding, 'path' in finding ? changeIn(history, finding.path) : undefined]),
  )
  const span = spanOf([...windows.values()], now)
  const names = [id.split('|').at(-1) ?? id, ...(name === undefined ? [] : [name]), ...(arn === undefined ? [] : [arn])]
  const {newestFirst, isCut} = await asked(() => writesTo(names, span, {session, region, signal}), noWrites)
  const found = group.map(
    (finding) => [finding.fingerprint, changeOf(finding, newestFirst, windows.get(finding))] as const,
  )
  const open = found.filter(([, change]) => change?.event === undefined).length
  if (isCut && open > 0) note(gaps, {...cut, location, hides: {count: open, examples: [id]}})
  return found.flatMap(([fingerprint, change]) => (change === undefined ? [] : [[fingerprint, change] as const]))
}

const cut = {
  reason: 'not-read',
  action: 'cloudtrail:LookupEvents',
  detail:
    'Of what is called very often, CloudTrail was asked for the last calls alone; who made the change is not among them.',
} as const

/** One gap for each action in each place, with what it hides added up: the same whoever was asked about first. */
function note(gaps: Map<string, Gap>, gap: Gap): void {
  const key = [gap.reason, gap.action, gap.location?.account, gap.location?.region].join('\n')
  const known = gaps.get(key)
  const hides = known
    ? {
        count: known.hides.count + gap.hides.count,
        examples: [...known.hides.examples, ...gap.hides.examples].toSorted(compareText).slice(0, 5),
      }
    : gap.hides
  const said = known && known.detail < gap.detail ? known : gap
  gaps.set(key, {...said, hides})
}

function leftOver(groups: readonly (readonly Finding[])[]): Gap {
  const ids = groups.flatMap(([first]) => first?.subject.address ?? first?.subject.id ?? [])
  return {
    reason: 'not-read',
    detail: `Who made the change was asked for the first ${mostObjects} objects alone.`,
    hides: {count: groups.flat().length, examples: ids.slice(0, 5)},
  }
}
