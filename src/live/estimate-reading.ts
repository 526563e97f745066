import {failureIn} from '../aws/call.ts'
import {homeRegion} from '../aws/home-region.ts'
import {publishedLimit} from '../aws/limits/published.ts'
import {prefixOf} from '../aws/service-prefix.ts'
import type {AwsSession} from '../aws/session.ts'
import type {CallEstimate} from '../model/estimate.ts'
import {globalRegion} from '../model/location.ts'
import type {LiveChoice, ObjectReader} from './abilities.ts'
import {blindReaders} from './blind-readers.ts'
import {choose} from './choose.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'
import {interleave} from './interleave.ts'
import type {ReadPlan} from './open-aws.ts'
import type {ObjectSource, WantedType} from './reader.ts'
import {openReaders} from './readers.ts'
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
  {choice, aggregator}: EstimateOptions,
  signal: AbortSignal,
): AsyncGenerator<AccountEstimate> {
  const byAccount = [...Map.groupBy(targets, ({location}) => location.account)]
  const questions = byAccount.map(
    ([account, own]) =>
      async function* (): AsyncGenerator<AccountEstimate> {
        try {
          const left = accounts.leftOut.get(account)
          if (left) yield {account, calls: [], why: left.detail}
          else {
            const calls = await callsIn(await sessions.of(account), own, {choice, aggregator}, signal)
            yield {
              account,
              calls: calls.map((call) => (call.action === copies ? {...call, account: sessions.home.account} : call)),
            }
          }
        } catch (error) {
          yield {account, calls: [], why: failureIn(error).detail}
        }
      },
  )
  yield* interleave(questions, accountsAtOnce)
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
    count('sts:AssumeRole', session.region, 0, 1),
    count('sts:GetCallerIdentity', session.region, 1, 1),
    ...regions.map((region) => count('tag:GetResources', region, 1)),
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
  readonly atMost: number | undefined
}

function count(action: string, region: string, atLeast: number, atMost?: number): Count {
  return {action, region, atLeast, atMost}
}

async function callsAt(
  {location, types}: ReadTarget,
  choice: LiveChoice,
  sources: ReadonlyMap<ObjectReader, ObjectSource>,
  signal: AbortSignal,
): Promise<readonly Count[]> {
  const region = location.region === globalRegion ? (homeRegion(location.partition) ?? globalRegion) : location.region
  const chosen = await Promise.all(
    types.map(async (wanted) => {
      const asked = [...sources].map(
        async ([name, source]) => [name, await source.ability(wanted, location, signal)] as const,
      )
      const [first] = choose(wanted.type, choice, new Map(await Promise.all(asked)), await blindReaders(wanted)).options
      return {wanted, reader: first?.reader}
    }),
  )
  const groups = Map.groupBy(chosen, ({reader}) => reader)
  const recorder = sources.has('config') ? recorderCalls(region) : []
  return [
    ...recorder,
    ...[...groups].flatMap(([reader, of]) =>
      reader === undefined
        ? []
        : callsOf[reader](
            of.map(({wanted}) => wanted),
            region,
          ),
    ),
  ]
}

/** Asked of every region whatever it records. */
function recorderCalls(region: string): readonly Count[] {
  return [
    count('config:DescribeConfigurationRecorders', region, 1, 1),
    count('config:DescribeConfigurationRecorderStatus', region, 0, 1),
  ]
}

const callsOf: Readonly<Record<ObjectReader, (types: readonly WantedType[], region: string) => readonly Count[]>> = {
  config: (types, region) => [count('config:SelectResourceConfig', region, queries(types, typesPerQuery))],
  'config-aggregator': (types, region) => [count(copies, region, queries(types, typesPerCopy))],
  service: (types, region) => types.map(({type}) => count(`${prefixOf(type)}:*`, region, 1)),
  'cloud-control': (types, region) => [
    count('cloudformation:ListResources', region, types.filter(({unmanaged}) => unmanaged).length),
    count('cloudformation:GetResource', region, declaredIn(types)),
  ],
}

/** A query answers for several types, a page of it for a hundred objects; those that nobody declared come on top. */
function queries(types: readonly WantedType[], most: number): number {
  let pages = 0
  for (let start = 0; start < types.length; start += most) {
    pages += Math.max(1, Math.ceil(declaredIn(types.slice(start, start + most)) / pageSize))
  }
  return pages
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
    const atMost = alike.some((one) => one.atMost === undefined)
      ? undefined
      : alike.reduce((sum, one) => sum + (one.atMost ?? 0), 0)
    return [{...first, atLeast: alike.reduce((sum, one) => sum + one.atLeast, 0), atMost}]
  })
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
    ...(atMost === undefined ? {} : {atMost}),
    ...(limit ? {callsPerSecond: limit.callsPerSecond} : {}),
    ...(price === undefined ? {} : {usdPerCall: price}),
  }
}
