import {availableParallelism} from 'node:os'

import type {Failure} from '../aws/call.ts'
import type {Sessions} from '../aws/sessions.ts'
import type {Clock} from '../model/surroundings.ts'
import type {Aggregators} from './aggregators.ts'
import type {LiveChoice} from './abilities.ts'
import type {Keeper} from './kept/keeper.ts'
import {accountsOf, readLive, type ReadPage} from './read-live.ts'
import type {ReadTarget} from './targets.ts'
import type {ReadingThreads} from './threads/reading-threads.ts'

/** Reads accounts: in this thread, or, where there is much, in others, so that judging what was read keeps no call waiting. */
export interface Reading {
  readonly all: AsyncGenerator<ReadPage>
  /** Looks at these afresh. */
  afresh(targets: readonly ReadTarget[]): AsyncGenerator<ReadPage>
  /** Where it does so by itself, tells of how many objects were read so far. */
  readonly watch?: (tell: (objects: number) => void) => void
  end(): Promise<void>
}

export interface ReadingRequest {
  readonly sessions: Sessions
  readonly choice: LiveChoice
  readonly targets: readonly ReadTarget[]
  /** Accounts of targets that are not to be read, and why. */
  readonly leftOut: ReadonlyMap<string, Failure>
  readonly aggregators: Aggregators
  readonly regions: readonly string[]
  readonly keeper?: Keeper | undefined
  readonly signal: AbortSignal
  readonly clock?: Clock | undefined
}

export function readHere({
  sessions,
  choice,
  targets,
  leftOut,
  aggregators,
  keeper,
  signal,
  clock,
}: ReadingRequest): Reading {
  return {
    all: readLive({sessions, choice, targets, leftOut, keeper, aggregators, signal, clock}),
    afresh: (some) => readLive({sessions, choice: 'fresh', targets: some, signal, clock}),
    end: async () => undefined,
  }
}

export function readInThreads(
  threads: ReadingThreads,
  {
    sessions,
    choice,
    targets,
    leftOut,
    regions,
  }: Pick<ReadingRequest, 'sessions' | 'choice' | 'targets' | 'leftOut' | 'regions'>,
): Reading {
  const jobs = (of: readonly ReadTarget[], how: LiveChoice | 'fresh') =>
    accountsOf(of).map(([account, own]) => {
      const why = leftOut.get(account)
      return {account, choice: how, targets: own, regions, ...(why && {leftOut: why})}
    })
  const held: Sessions['held'] = async (account) => sessions.held(account)
  return {
    all: threads.read(jobs(targets, choice), held),
    afresh: (some) => threads.read(jobs(some, 'fresh'), held),
    watch: (tell) => threads.watch(tell),
    end: async () => threads.end(),
  }
}

/** Declared objects from which on a thread is worth its start. */
const manyObjects = 10_000
const [fewAccounts, mostThreads] = [4, 4]

/** How many threads are to read so many objects of so many accounts; none where this one does as well. */
export function threadsFor(objects: number, accounts: number): number {
  return objects < manyObjects || accounts < fewAccounts ? 0 : Math.min(availableParallelism(), mostThreads)
}
