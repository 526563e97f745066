import {setImmediate} from 'node:timers/promises'
import {parentPort} from 'node:worker_threads'

import {openSessions, type Sessions} from '../../aws/sessions.ts'
import {openTransport} from '../../aws/transport.ts'
import type {Location} from '../../model/location.ts'
import type {Clock} from '../../model/surroundings.ts'
import {aggregatorsOf, type Aggregators} from '../aggregators.ts'
import {Keeper} from '../kept/keeper.ts'
import {PagePacking, PageTexts} from '../packed-pages.ts'
import {readLive} from '../read-live.ts'
import type {FromThread, ReadJob, ThreadSeed, ToThread} from './job.ts'
import {PlacesAhead} from './places-ahead.ts'
import {clockFrom} from './thread-clock.ts'
import {told} from './told.ts'

// A thread that reads accounts, each as it is told to: `reading-threads.ts` is the other end. It signs in by itself, since
// credentials are functions, which cannot be handed over, but where it is given what another thread has got in with.

interface Means {
  readonly seed: ThreadSeed
  readonly clock: Clock | undefined
  readonly sessions: Sessions
  readonly keeper: Keeper | undefined
  readonly texts: PageTexts
  readonly ahead: PlacesAhead
}

/** Characters that wait to be handed over. */
const mostWaiting = 1 << 15

const stopping = new AbortController()
const {signal} = stopping
const begun = Promise.withResolvers<Means>()
// Whoever waits for it is told.
begun.promise.catch(() => undefined)
let aggregators: Aggregators | undefined

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'begin') begun.resolve(open(message.seed))
  else if (message.kind === 'stop') stopping.abort()
  else if (message.kind === 'read') void work(message.job)
  else void expect(message.location)
})

/** Starting is much work without waiting: that of many at once would keep the answers to what was asked waiting. */
let starting: Promise<unknown> = Promise.resolve()

async function work(job: ReadJob): Promise<void> {
  await (starting = starting.then(async () => setImmediate()))
  try {
    const keeper = await read(job)
    tell({kind: 'done', job: job.job, ...(keeper && {kept: keeper.takeLog()})})
  } catch (error) {
    tell({kind: 'failed', job: job.job, error: told(error)})
  }
}

/** Whatever is wrong shows when the account is read. */
async function expect(location: Location): Promise<void> {
  const ready = await begun.promise.catch(() => undefined)
  ready?.ahead.expect(location)
}

async function read({job, account, choice, targets, held, leftOut, regions}: ReadJob): Promise<Keeper | undefined> {
  const {seed, clock, sessions, keeper, texts, ahead} = await begun.promise
  // Whoever reads the account is told what is wrong.
  if (held) sessions.of(account, held).catch(() => undefined)
  aggregators ??= aggregatorsOf(sessions.home, seed.aggregator, regions, signal)
  // What is looked at afresh is not kept.
  const own = choice === 'fresh' ? {} : {aggregators, already: ahead, ...(keeper && {keeper})}
  const left = leftOut && new Map([[account, leftOut]])
  const waiting = new PagePacking()
  let objects = 0
  const handOver = (): void => {
    const packed = waiting.take()
    if (packed) tell({kind: 'pages', job, pages: packed, objects})
    objects = 0
  }
  for await (const page of readLive({sessions, choice, targets, signal, clock, ...own, ...(left && {leftOut: left})})) {
    // Nothing more is taken in of an account after its end.
    const isEnd = page.some(({kind}) => kind === 'account-read')
    if (isEnd) for (const pages of ahead.take(account)) tell({kind: 'pages', job, pages, objects: 0})
    waiting.add(texts.of(page))
    objects += page.filter(({kind}) => kind === 'object').length
    if (isEnd || waiting.length >= mostWaiting) handOver()
  }
  return keeper
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message)
}

/** What getting in takes, loaded while it is found out where. */
const loading = Promise.all([import('@aws-sdk/client-sts'), import('@aws-sdk/credential-providers')])

async function open(seed: ThreadSeed): Promise<Means> {
  await loading
  const {access, region, homeArn, callsAtOnce, salt, asksConfig} = seed
  const sessions = await openSessions(access, {region, homeArn, signal, transport: openTransport({callsAtOnce})})
  const keeper = seed.keeper && (await Keeper.grown(seed.keeper))
  const texts = keeper?.texts ?? new PageTexts(salt)
  const clock = clockFrom(seed.clock)
  return {seed, clock, sessions, keeper, texts, ahead: new PlacesAhead({sessions, keeper, texts, asksConfig}, signal)}
}
