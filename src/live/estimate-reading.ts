import {failureIn} from '../aws/call.ts'
import {homeRegion} from '../aws/home-region.ts'
import {publishedLimit} from '../aws/limits/published.ts'
import {prefixOf} from '../aws/service-prefix.ts'
import type {AwsSession} from '../aws/session.ts'
import type {CallEstimate, OpenEnd} from '../model/estimate.ts'
import {globalRegion, type Location} from '../model/location.ts'
import type {LiveChoice, ObjectReader} from './abilities.ts'
import {blindReaders} from './blind-readers.ts'
import {choose, mayAnswer} from './choose.ts'
import {factsOf} from './cloud-control/facts.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'
import {interleave} from './interleave.ts'
import type {ReadPlan} from './open-aws.ts'
import type {ObjectSource, WantedType} from './reader.ts'
import {openReaders} from './readers.ts'
import {loadServiceType} from './service/index.ts'
import {typesPerQuery as typesPerCopy} from './config-aggregator/reader.ts'
import type {ReadTarget} from './targets.ts'

/** One account's worth: its calls, or why it could not be asked. */
export interface AccountEstimate {
  readonly account: string
  readonly calls: readonly CallEstimate[]
  readonly why?: string
}

export interface EstimateOptions {
  readonly choice: LiveChoice
  /** The one that was named: it is asked before the accounts. */
  readonly aggregator: Aggregator | undefined
  /** How many are assumed one through the other, to get into an account. */
  readonly roles: number
}

/** Asked where the aggregator is, whatever account it is about. */
const copies = 'config:SelectAggregateResourceConfig'

const accountsAtOnce = 16
const pageSize = 100
/** As `config/reader.ts` groups them. */
const typesPerQuery = 8

/**
 * The calls of a reading, account by account. Who would answer for each type is found out as for a scan, which takes a few calls a region
 * and costs nothing; no object is asked for.
 */
export async function* estimateReading(
  {sessions, accounts, targets}: ReadPlan,
  options: EstimateOptions,
  signal: AbortSignal,
): AsyncGenerator<AccountEstimate> {
  // Who we are, before any role, is asked once.
  const first = [identityCall(sessions.home)]
  const byAccount = [...Map.groupBy(targets, ({location}) => location.account)]
  const questions = byAccount.map(
    ([account, own]) =>
      async function* (): AsyncGenerator<AccountEstimate> {
        try {
          const left = accounts.leftOut.get(account)
          if (left) yield {account, calls: [], why: left.detail}
          else {
            const session = await sessions.of(account)
            const calls = await callsIn(session, own, options, signal)
            const {home} = sessions
            // A role is asked for from outside, and says who one is then.
            const entry = [...first.splice(0), ...(session === home ? [] : entryCalls(home, session, options.roles))]
            yield {
              account,
              calls: [
                ...entry,
                ...calls.map((call) => (call.action === copies ? {...call, account: home.account} : call)),
              ],
            }
          }
        } catch (error) {
          yield {account, calls: [], why: failureIn(error).detail}
        }
      },
  )
  yield* interleave(questions, accountsAtOnce)
}

/** Renewals aside, of a scan that lasts longer than an hour. */
function entryCalls(home: AwsSession, session: AwsSession, roles: number): readonly CallEstimate[] {
  const assuming = withFacts(count('sts:AssumeRole', home.region, 0, roles), home.account)
  // A profile of its own is not told by its name whose it is.
  const asking = withFacts(count('sts:GetCallerIdentity', session.region, 0, 1), session.account)
  return [assuming, asking]
}

function identityCall({account, region}: AwsSession): CallEstimate {
  return withFacts(count('sts:GetCallerIdentity', region, 1, 1), account)
}

async function callsIn(
  session: AwsSession,
  targets: readonly ReadTarget[],
  {choice, aggregator}: EstimateOptions,
  signal: AbortSignal,
): Promise<readonly CallEstimate[]> {
  const regions = [...new Set(targets.map(({location}) => location.region))].filter((region) => region !== globalRegion)
  const {sources} = await openReaders(session, regions, aggregator)
  const counted = await Promise.all(targets.map((target) => callsAt(target, choice, sources, signal)))
  const calls = [
    ...(mayAnswer('config', choice) ? recorderRegions(targets).flatMap(recorderCalls) : []),
    ...regions.map((region) => count('tag:GetResources', region, 1, 'lists-tagged')),
    ...counted.flat(),
  ]
  const placed = calls.map((call) =>
    call.action === copies && aggregator ? {...call, region: aggregator.region} : call,
  )
  return added(placed).map((call) => withFacts(call, session.account))
}

interface Count {
  readonly action: string
  readonly region: string
  readonly atLeast: number
  /** Or why it is not known. */
  readonly atMost: number | OpenEnd
}

function count(action: string, region: string, atLeast: number, atMost: Count['atMost']): Count {
  return {action, region, atLeast, atMost}
}

async function callsAt(
  {location, types}: ReadTarget,
  choice: LiveChoice,
  sources: ReadonlyMap<ObjectReader, ObjectSource>,
  signal: AbortSignal,
): Promise<readonly Count[]> {
  const region = regionOf(location)
  const readers = [...sources.keys()]
  const chosen = await Promise.all(
    types.map(async (wanted) => {
      const asked = [...sources].map(
        async ([name, source]) => [name, await source.ability(wanted, location, signal)] as const,
      )
      const blind = await blindReaders(wanted, readers)
      const [first] = choose(wanted.type, choice, new Map(await Promise.all(asked)), blind).options
      return {wanted, reader: first?.reader}
    }),
  )
  const groups = Map.groupBy(chosen, ({reader}) => reader)
  const counted = await Promise.all(
    [...groups].map(async ([reader, of]) => {
      if (reader === undefined) return []
      const wanted = of.map((each) => each.wanted)
      const names = wanted.map(({type}) => type)
      const objects = await sources.get(reader)?.howMany?.(names, location, signal)
      return callsOf[reader](wanted, region, objects)
    }),
  )
  return counted.flat()
}

/** Global objects are kept in the home region. */
function recorderRegions(targets: readonly ReadTarget[]): readonly string[] {
  const names = targets.map(({location}) => regionOf(location))
  return [...new Set(names)]
}

function regionOf({region, partition}: Location): string {
  return region === globalRegion ? (homeRegion(partition) ?? globalRegion) : region
}

/** Asked of every region whatever it records. */
function recorderCalls(region: string): readonly Count[] {
  return [
    count('config:DescribeConfigurationRecorders', region, 1, 1),
    count('config:DescribeConfigurationRecorderStatus', region, 0, 1),
  ]
}

/** @param objects how many there are of these types, where the reader can tell */
type CallsOf = (
  types: readonly WantedType[],
  region: string,
  objects: number | undefined,
) => readonly Count[] | Promise<readonly Count[]>

const callsOf: Readonly<Record<ObjectReader, CallsOf>> = {
  config: (types, region, objects) => [
    count('config:SelectResourceConfig', region, ...queries(types, typesPerQuery, objects)),
    // Whether Config ever saw what is declared, where it names nothing of the type.
    count('config:GetResourceConfigHistory', region, 0, types.filter(({declaredIds}) => declaredIds.length > 0).length),
  ],
  'config-aggregator': (types, region, objects) => [count(copies, region, ...queries(types, typesPerCopy, objects))],
  service: (types, region) => Promise.all(types.map((wanted) => serviceCalls(wanted, region))),
  'cloud-control': async (types, region) => {
    const unmanaged = types.filter((wanted) => wanted.unmanaged)
    const facts = await Promise.all(unmanaged.map(({type}) => factsOf(type)))
    // A list of children takes a parent first, and there may be none.
    const surely = facts.filter((one) => one?.list && !one.parents).length
    const declared = declaredIn(types)
    const isOpen = unmanaged.length > 0
    return [
      count('cloudformation:ListResources', region, surely, isOpen ? 'lists-undeclared' : 0),
      count('cloudformation:GetResource', region, declared, isOpen ? 'lists-undeclared' : declared),
    ]
  },
}

async function serviceCalls({type, declaredIds}: WantedType, region: string): Promise<Count> {
  const lists = (await loadServiceType(type))?.lists === true
  return count(`${prefixOf(type)}:*`, region, lists || declaredIds.length > 0 ? 1 : 0, 'lists-and-completes')
}

/**
 * A query answers for several types, a page of it for a hundred objects; those that nobody declared come on top. Each query may have a
 * page that is not full.
 */
function queries(
  types: readonly WantedType[],
  most: number,
  objects: number | undefined,
): readonly [atLeast: number, atMost: Count['atMost']] {
  let pages = 0
  for (let start = 0; start < types.length; start += most) {
    pages += Math.max(1, Math.ceil(declaredIn(types.slice(start, start + most)) / pageSize))
  }
  if (objects === undefined) return [pages, 'lists-undeclared']
  return [pages, Math.max(pages, Math.ceil(types.length / most) + Math.floor(objects / pageSize))]
}

function declaredIn(types: readonly WantedType[]): number {
  return types.reduce((sum, {declaredIds}) => sum + declaredIds.length, 0)
}

/** One line for each API and region. */
function added(counts: readonly Count[]): readonly Count[] {
  const byKey = Map.groupBy(counts, ({action, region}) => `${action} ${region}`)
  return [...byKey.values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const sum = alike.reduce((total, {atLeast}) => total + atLeast, 0)
    const atMost = alike.map((one) => one.atMost).reduce(sumOfMost)
    return atMost === 0 ? [] : [{...first, atLeast: sum, atMost}]
  })
}

function sumOfMost(a: Count['atMost'], b: Count['atMost']): Count['atMost'] {
  if (typeof a !== 'number') return a
  return typeof b === 'number' ? a + b : b
}

/** Where IAM's prefix of a service is not the name that it signs with. */
const signingNames: Readonly<Record<string, string>> = {tag: 'tagging', cloudformation: 'cloudcontrolapi'}

/** List prices of a request in us-east-1: https://aws.amazon.com/s3/pricing/, /secrets-manager/pricing/, /kms/pricing/. */
const usdPerCall: Readonly<Record<string, string>> = {s3: '0.0000004', secretsmanager: '0.000005', kms: '0.000003'}

function withFacts({action, region, atLeast, atMost}: Count, account: string): CallEstimate {
  const [prefix = '', operation = ''] = action.split(':')
  const limit = publishedLimit(signingNames[prefix] ?? prefix, operation)
  const price = usdPerCall[prefix]
  return {
    action,
    account,
    region,
    atLeast,
    ...(typeof atMost === 'number' ? {atMost} : {open: atMost}),
    ...(limit ? {callsPerSecond: limit.callsPerSecond} : {}),
    ...(price === undefined ? {} : {usdPerCall: price}),
  }
}
