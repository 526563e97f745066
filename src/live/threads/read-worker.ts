import {parentPort, workerData} from 'node:worker_threads'

import {openSessions, type Sessions} from '../../aws/sessions.ts'
import {openTransport} from '../../aws/transport.ts'
import type {Location} from '../../model/location.ts'
import {aggregatorsOf, type Aggregators} from '../aggregators.ts'
import {Keeper} from '../kept/keeper.ts'
import {readLive} from '../read-live.ts'
import type {FromThread, ReadJob, ThreadSeed, ToThread} from './job.ts'
import {sealed, type Sealed} from './sealed.ts'
import {TagsAhead} from './tags-ahead.ts'
import {clockFrom} from './thread-clock.ts'
import {told} from './told.ts'

// A thread that reads accounts, each as it is told to: `reading-threads.ts` is the other end. It signs in by itself, since credentials
// are functions, which cannot be handed over.

interface Means {
  readonly sessions: Sessions
  readonly keeper: Keeper | undefined
  readonly tagsAhead: TagsAhead
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
    const {pages, keeper} = await read(job)
    const done = {kind: 'done', job: job.job, pages, ...(keeper && {kept: keeper.takeLog()})} as const
    parentPort?.postMessage(
      done satisfies FromThread,
      pages.map(({bytes}) => bytes.buffer),
    )
  } catch (error) {
    parentPort?.postMessage({kind: 'failed', job: job.job, error: told(error)} satisfies FromThread)
  }
}

/** Whatever is wrong shows when the account is read. */
async function expect(location: Location): Promise<void> {
  const ready = await (means ??= open()).catch(() => undefined)
  ready?.tagsAhead.expect(location)
}

async function read({
  account,
  choice,
  targets,
  leftOut,
  regions,
}: ReadJob): Promise<{pages: readonly Sealed[]; keeper?: Keeper}> {
  const {sessions, keeper, tagsAhead} = await (means ??= open())
  aggregators ??= aggregatorsOf(sessions.home, seed.aggregator, regions, signal)
  // What is looked at afresh is not kept.
  const own = choice === 'fresh' ? {} : {aggregators, already: tagsAhead, ...(keeper && {keeper})}
  const left = leftOut && new Map([[account, leftOut]])
  const pages: Sealed[] = []
  for await (const page of readLive({sessions, choice, targets, signal, clock, ...own, ...(left && {leftOut: left})})) {
    pages.push(sealed(page, seed.salt))
    const objects = page.filter(({kind}) => kind === 'object').length
    if (objects > 0) parentPort?.postMessage({kind: 'progress', objects} satisfies FromThread)
  }
  return {pages: [...tagsAhead.take(account), ...pages], ...(keeper && {keeper})}
}

async function open(): Promise<Means> {
  const {access, region, callsAtOnce} = seed
  const sessions = await openSessions(access, {region, signal, transport: openTransport({callsAtOnce})})
  const keeper = seed.keeper && (await Keeper.grown(seed.keeper))
  return {sessions, keeper, tagsAhead: new TagsAhead({sessions, keeper, salt: seed.salt}, signal)}
}
