import type {AwsSession} from '../../aws/session.ts'
import type {AccessRequest} from '../../aws/sessions.ts'
import {callsAtOnce} from '../../aws/limits/calls-at-once.ts'
import type {LiveChoice} from '../abilities.ts'
import type {Keeper} from '../kept/keeper.ts'
import {accountsAtOnce} from '../read-live.ts'
import type {Around} from '../open-keeper.ts'
import {ReadingThreads} from './reading-threads.ts'
import {threadClock} from './thread-clock.ts'

export interface BeginRequest extends Pick<Around, 'now' | 'clock'> {
  readonly access: AccessRequest
  /** Who we are. */
  readonly home: Pick<AwsSession, 'region' | 'arn'>
  readonly choice: LiveChoice
  /** Name or ARN of the aggregator that is asked first. */
  readonly aggregator?: string | undefined
  readonly keeper?: Keeper | undefined
}

/** Threads of a run; `beginThreads` comes next. */
export function startThreads(threads: number, signal: AbortSignal): ReadingThreads {
  return new ReadingThreads({threads, accountsAtOnce, signal})
}

/** They share what a run may call at a time. */
export function beginThreads(
  threads: ReadingThreads,
  {access, home, choice, aggregator, keeper, now, clock}: BeginRequest,
): void {
  const time = threadClock(now, clock)
  const seed = {
    access: plain(access),
    region: home.region,
    ...(home.arn === undefined ? {} : {homeArn: home.arn}),
    callsAtOnce: Math.floor(callsAtOnce / threads.count),
    // Whom an aggregator collects from is not asked.
    asksConfig: aggregator === undefined && (choice === 'auto' || choice === 'config'),
    ...(aggregator === undefined ? {} : {aggregator}),
    ...(keeper && {keeper: keeper.seed}),
    ...(time && {clock: time}),
    salt: keeper?.texts.salt ?? crypto.randomUUID(),
  }
  threads.begin({seed, onKept: (log) => keeper?.learn(log)})
}

/** Nothing but how to get in: what else a request holds cannot be handed over. */
function plain({profile, roles, externalId, sessionName, overrides}: AccessRequest): AccessRequest {
  return {
    ...(profile === undefined ? {} : {profile}),
    ...(roles && {roles}),
    ...(externalId === undefined ? {} : {externalId}),
    ...(sessionName === undefined ? {} : {sessionName}),
    ...(overrides && {overrides}),
  }
}
