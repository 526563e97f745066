import {parentPort, workerData} from 'node:worker_threads'

import {openSessions, type Sessions} from '../../aws/sessions.ts'
import {openTransport} from '../../aws/transport.ts'
import type {Location} from '../../model/location.ts'
import {aggregatorsOf, type Aggregators} from '../aggregators.ts'
import {Keeper} from '../kept/keeper.ts'
import {readLive} from '../read-live.ts'
import type {FromThread, ReadJob, ThreadSeed, ToThread} from './job.ts'
import {sealed, type Sealed} from './sealed.ts'
import {PlacesAhead} from './places-ahead.ts'
import {clockFrom} from './thread-clock.ts'
import {told} from './told.ts'

// A thread that reads accounts, each as it is told to: `reading-threads.ts` is the other end. It signs in by itself, since credentials
// are functions, which cannot be handed over.

interface Means {
  readonly sessions: Sessions
  readonly keeper: Keeper | undefined
  readonly ahead: PlacesAhead
}

const seed = workerData as ThreadSeed
const stopping = new AbortController()
const {signal} = stopping
const clock = clockFrom(seed.clock)
let means: Promise<Means> | undefined
let aggregators: Aggregators | undefined

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'stop') stopping.abort()
  else if (message.kind === 'read') void work(message.job)
  else void expect(message.location)
})

async function work(job: ReadJob): Promise<void> {
  try {
    const keeper = await read(job)
    tell({kind: 'done', job: job.job, ...(keeper && {kept: keeper.takeLog()})})
  } catch (error) {
    tell({kind: 'failed', job: job.job, error: told(error)})
  }
}

/** Whatever is wrong shows when the account is read. */
async function expect(location: Location): Promise<void> {
  const ready = await (means ??= open()).catch(() => undefined)
  ready?.ahead.expect(location)
}

async function read({job, account, choice, targets, leftOut, regions}: ReadJob): Promise<Keeper | undefined> {
  const {sessions, keeper, ahead} = await (means ??= open())
  aggregators ??= aggregatorsOf(sessions.home, seed.aggregator, regions, signal)
  // What is looked at afresh is not kept.
  const own = choice === 'fresh' ? {} : {aggregators, already: ahead, ...(keeper && {keeper})}
  const left = leftOut && new Map([[account, leftOut]])
  for await (const page of readLive({sessions, choice, targets, signal, clock, ...own, ...(left && {leftOut: left})})) {
    // Nothing more is taken in of an account after its end.
    if (page.some(({kind}) => kind === 'account-read')) for (const early of ahead.take(account)) handOver(job, early)
    handOver(job, sealed(page, seed.salt))
    const objects = page.filter(({kind}) => kind === 'object').length
    if (objects > 0) tell({kind: 'progress', objects})
  }
  return keeper
}

function handOver(job: number, page: Sealed): void {
  tell({kind: 'page', job, page}, [page.bytes.buffer])
}

function tell(message: FromThread, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred)
}

async function open(): Promise<Means> {
  const {access, region, homeArn, callsAtOnce, salt, asksConfig} = seed
  const sessions = await openSessions(access, {region, homeArn, signal, transport: openTransport({callsAtOnce})})
  const keeper = seed.keeper && (await Keeper.grown(seed.keeper))
  return {sessions, keeper, ahead: new PlacesAhead({sessions, keeper, salt, asksConfig}, signal)}
}
