import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'

import type {HeldCredentials} from '../../aws/held-credentials.ts'
import type {Location} from '../../model/location.ts'
import {interleave} from '../interleave.ts'
import type {KeeperLog} from '../kept/keeper.ts'
import {unpacked, type PackedPages} from '../packed-pages.ts'
import type {ReadPage} from '../read-live.ts'
import type {FromThread, ReadJob, ThreadSeed, ToThread} from './job.ts'
import {errorOf} from './told.ts'

export interface ThreadsRequest {
  readonly threads: number
  /** Accounts that are read at the same time, all threads together. */
  readonly accountsAtOnce: number
  readonly signal: AbortSignal
}

export interface Beginning {
  readonly seed: ThreadSeed
  /** Told of what is kept for the run. */
  readonly onKept: (log: KeeperLog) => void
}

type Account = Omit<ReadJob, 'job' | 'held'>
type Held = (account: string) => Promise<HeldCredentials | undefined>

interface Running {
  readonly pages: PackedPages[]
  readonly resolve: (pages: readonly PackedPages[]) => void
  readonly reject: (error: Error) => void
}

/**
 * Threads that read accounts: each calls AWS, reads what it says and keeps it, and hands over an account when that is read to its end.
 * Idle ones keep no process alive.
 */
export class ReadingThreads {
  readonly #request: ThreadsRequest
  readonly #threads: readonly Thread[]
  /** Who has signed in to an account. */
  readonly #threadOf = new Map<string, Thread>()
  #jobs = 0
  #objects = 0
  #tell: (objects: number) => void = () => undefined
  #onKept: Beginning['onKept'] = () => undefined
  #salt = ''

  /** They start at once: loading what they need takes as long as finding out how to begin. */
  constructor(request: ThreadsRequest) {
    this.#request = request
    const onObjects = (objects: number): void => this.#tell((this.#objects += objects))
    const onKept = (log: KeeperLog): void => this.#onKept(log)
    this.#threads = Array.from({length: request.threads}, () => new Thread({onObjects, onKept}))
  }

  /** Before anything is read or expected. */
  begin({seed, onKept}: Beginning): void {
    this.#onKept = onKept
    this.#salt = seed.salt
    for (const thread of this.#threads) thread.begin(seed)
  }

  get count(): number {
    return this.#threads.length
  }

  /** @param tell of how many objects were read so far, whether or not their account has ended */
  watch(tell: (objects: number) => void): void {
    this.#tell = tell
  }

  /** A place that will be read, in all likelihood: what needs no more to be known of it begins. */
  expect(location: Location): void {
    this.#threadFor(location.account).expect(location)
  }

  /**
   * Account after account, in whatever order they end; what is said of one comes without a break.
   *
   * @param heldOf what this thread has got into an account with, asked when its turn comes
   */
  async *read(accounts: readonly Account[], heldOf: Held): AsyncGenerator<ReadPage> {
    const {signal, accountsAtOnce} = this.#request
    signal.throwIfAborted()
    const stop = (): void => {
      for (const thread of this.#threads) thread.stop()
    }
    signal.addEventListener('abort', stop)
    const readings = accounts.map((account) => {
      const job = {...account, job: this.#jobs++}
      const ask = async (): Promise<readonly PackedPages[]> => {
        const held = await heldOf(job.account)
        return this.#threadFor(job.account).read({...job, ...(held && {held})})
      }
      return () => answering(ask, stop)
    })
    try {
      for await (const pages of interleave(readings, accountsAtOnce)) {
        for (const packed of pages) yield* unpacked(packed, this.#salt)
      }
    } catch (error) {
      signal.throwIfAborted()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Stops what is still read, and waits until what was kept of it is whole. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map(async (thread) => thread.end()))
  }

  #threadFor(account: string): Thread {
    const leastBusy = (): Thread => this.#threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least))
    const thread = this.#threadOf.get(account) ?? leastBusy()
    this.#threadOf.set(account, thread)
    return thread
  }
}

/** One answer as a source that can be left: a generator could not be while it waits. */
function answering<T>(ask: () => Promise<T>, leave: () => void): AsyncIterator<T> {
  let isAsked = false
  return {
    next: async () => {
      if (isAsked) return {done: true, value: undefined}
      isAsked = true
      return {done: false, value: await ask()}
    },
    return: async () => {
      leave()
      return {done: true, value: undefined}
    },
  }
}

interface ThreadOptions extends Pick<Beginning, 'onKept'> {
  readonly onObjects: (objects: number) => void
}

/**
 * In MB. An old generation of less than 2 GB, ten times what a thread takes, lets V8 collect when memory has doubled; of more, when it is
 * four times as much (`kMaxSize` and `kMaxGrowingFactor`: https://github.com/v8/v8/blob/main/src/heap/heap-controller.h).
 */
const resourceLimits = {maxOldGenerationSizeMb: 2000, maxYoungGenerationSizeMb: 16}

class Thread {
  readonly #worker: Worker
  readonly #running = new Map<number, Running>()
  #expected = 0
  #death: Error | undefined
  #whenIdle: () => void = () => undefined

  constructor({onObjects, onKept}: ThreadOptions) {
    this.#worker = new Worker(program(), {resourceLimits})
    this.#worker.unref()
    this.#worker.on('message', (message: FromThread) => {
      if (message.kind === 'pages') {
        this.#running.get(message.job)?.pages.push(message.pages)
        if (message.objects > 0) onObjects(message.objects)
      } else if (message.kind === 'failed') this.#end(message.job)?.reject(errorOf(message.error))
      else {
        if (message.kept) onKept(message.kept)
        const running = this.#end(message.job)
        running?.resolve(running.pages)
      }
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('a thread that reads AWS ended before its time')))
  }

  /** Which thread has the least to do is told by what it was told to do. */
  get busy(): number {
    return this.#running.size + this.#expected
  }

  begin(seed: ThreadSeed): void {
    this.#tell({kind: 'begin', seed})
  }

  async read(job: ReadJob): Promise<readonly PackedPages[]> {
    if (this.#death) throw this.#death
    return new Promise((resolve, reject) => {
      this.#running.set(job.job, {pages: [], resolve, reject})
      this.#worker.ref()
      this.#tell({kind: 'read', job})
    })
  }

  expect(location: Location): void {
    this.#expected += 1
    this.#tell({kind: 'expect', location})
  }

  stop(): void {
    this.#tell({kind: 'stop'})
  }

  async end(): Promise<void> {
    this.stop()
    if (this.#running.size > 0) await new Promise<void>((ended) => (this.#whenIdle = ended))
    await this.#worker.terminate()
  }

  #tell(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  #end(job: number): Running | undefined {
    const running = this.#running.get(job)
    this.#running.delete(job)
    if (this.#running.size > 0) return running
    this.#worker.unref()
    this.#whenIdle()
    return running
  }

  /** Told more than once: by what ended it, and by its end. */
  #fail(error: Error): void {
    this.#death ??= error
    for (const job of this.#running.keys()) this.#end(job)?.reject(error)
  }
}

/** Built, this code is a chunk in `dist/chunks`, and the worker an entry of its own (`scripts/bundle.ts`). */
function program(): string {
  const built = join(import.meta.dirname, '../live/threads/read-worker.js')
  return existsSync(built) ? built : join(import.meta.dirname, 'read-worker.ts')
}
