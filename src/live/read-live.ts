import {accountRegions, mayBeOff} from '../aws/account-regions.ts'
import {FailedCall, failureIn, type Failure} from '../aws/call.ts'
import type {AwsSession} from '../aws/session.ts'
import type {Sessions} from '../aws/sessions.ts'
import type {LiveEvent} from '../model/live.ts'
import {globalRegion} from '../model/location.ts'
import {interleave} from './interleave.ts'
import {readAccount, type ReadingOptions} from './read-account.ts'
import {readCopies} from './read-copies.ts'
import type {Aggregators} from './aggregators.ts'
import type {ReadTarget} from './targets.ts'
import {placeGap} from './place-gap.ts'

export interface LiveRequest extends Omit<ReadingOptions, 'aggregator'> {
  readonly sessions: Sessions
  readonly targets: readonly ReadTarget[]
  /** Accounts of targets that are not to be read, and why. */
  readonly leftOut?: ReadonlyMap<string, Failure>
  readonly aggregators?: Aggregators
}

/** All was said of an account: what comes later is of others. */
export interface AccountRead {
  readonly kind: 'account-read'
  readonly account: string
}

export type ReadEvent = LiveEvent | AccountRead

/** As a `LivePage`. */
export type ReadPage = readonly ReadEvent[]

/** Accounts that are read at the same time; how many calls are on their way is the transport's to bound. */
export const accountsAtOnce = 16

/**
 * Reads the live side: account by account, each with credentials of its own, in no particular order. What cannot be read is a gap among
 * the events: an account that lets nobody in ends nothing but itself. The end of each is an event as well.
 */
export function readLive({sessions, targets, leftOut, aggregators, ...options}: LiveRequest): AsyncGenerator<ReadPage> {
  const {choice, signal} = options
  const readings = accountsOf(targets).map(
    ([account, own]) =>
      async function* (): AsyncGenerator<ReadPage> {
        try {
          const why = leftOut?.get(account)
          if (why) throw new FailedCall(why)
          const session = await sessions.of(account)
          const {on, off} = await openTargets(session, own, signal)
          if (off.length > 0) yield off.map((target) => placeGap(regionOff, target.location, [target]))
          yield* readAccount(session, on, {...options, aggregator: await aggregators?.named})
        } catch (error) {
          const why = failureIn(error)
          const [{location: {partition}} = {location: {partition: ''}}] = own
          const copies = leftOut?.has(account) ? undefined : await aggregators?.any()
          if (copies && (choice === 'auto' || choice === 'config'))
            yield* readCopies(copies, own, choice, {why, signal})
          else yield [placeGap(why, {partition, account}, own)]
        }
        yield [{kind: 'account-read', account}]
      },
  )
  return interleave(readings, accountsAtOnce)
}

type Account = readonly [account: string, targets: readonly ReadTarget[]]

/** The account with the most to compare first, so that it is not the last to end. */
export function accountsOf(targets: readonly ReadTarget[]): readonly Account[] {
  return [...Map.groupBy(targets, ({location}) => location.account)].toSorted(byExpected)
}

function byExpected([, a]: Account, [, b]: Account): number {
  return expectedIn(b) - expectedIn(a)
}

/** How many declared objects are looked for. */
export function expectedIn(targets: readonly ReadTarget[]): number {
  return targets.reduce((sum, {types}) => sum + types.reduce((of, {declaredIds}) => of + declaredIds.length, 0), 0)
}

const regionOff: Failure = {reason: 'region-off', detail: 'The account has not enabled this region.'}

/** AWS answers for a region that is off as for wrong credentials; so whether it is off is asked before, where it may be. */
async function openTargets(
  session: AwsSession,
  targets: readonly ReadTarget[],
  signal: AbortSignal,
): Promise<{readonly on: readonly ReadTarget[]; readonly off: readonly ReadTarget[]}> {
  if (!targets.some(({location: {partition, region}}) => region !== globalRegion && mayBeOff(partition, region))) {
    return {on: targets, off: []}
  }
  try {
    const regions = await accountRegions(session, signal)
    const isOff = ({location}: ReadTarget): boolean => regions.get(location.region) === false
    return {on: targets.filter((target) => !isOff(target)), off: targets.filter(isOff)}
  } catch (error) {
    failureIn(error)
    return {on: targets, off: []}
  }
}
