import {mayBeOff} from '../aws/account-regions.ts'
import {isTemplate} from '../aws/role-template.ts'
import type {Sessions} from '../aws/sessions.ts'
import {TrueupError} from '../errors.ts'
import {globalRegion, type Location} from '../model/location.ts'
import type {Keeper} from './kept/keeper.ts'
import type {AwsRequest} from './open-aws.ts'
import {openKeeper, type Around} from './open-keeper.ts'
import {openSomewhere} from './open-somewhere.ts'
import {threadsFor} from './reading.ts'
import type {ReadingThreads} from './threads/reading-threads.ts'
import type {DeclaredObject} from './wanted.ts'

/** What was begun, to go on with. */
export interface Begun {
  readonly keeper?: Keeper
  readonly threads: ReadingThreads
}

/**
 * Begins while states are still being read, once they declare enough for threads of their own: signs in to the accounts that turn up,
 * and asks what every place is asked, whatever else the states declare. Where it is not certain that a place will be read, or need be,
 * nothing is begun.
 */
export class ReadingAhead {
  readonly #request: AwsRequest
  readonly #around: Around
  readonly #accounts = new Set<string>()
  readonly #places = new Map<string, Location>()
  #objects = 0
  #sessions: Promise<Sessions> | undefined
  #begun: Promise<Begun | undefined> | undefined
  #started: ReadingThreads | undefined
  /** Once they have begun. */
  #threads: ReadingThreads | undefined

  constructor(request: AwsRequest, around: Around) {
    this.#request = request
    this.#around = around
  }

  /** What one more state declares. */
  expect(objects: Iterable<DeclaredObject>): void {
    if (!mayBegin(this.#request)) return
    const found: DeclaredObject[] = []
    for (const object of objects) {
      const {account, region, partition = 'aws'} = object.location
      if (account === undefined || !isAsked(this.#request, account)) continue
      found.push(object)
      this.#objects += 1
      this.#accounts.add(account)
      if (region !== undefined && this.#isCertain(partition, region)) this.#place({partition, account, region})
    }
    const {threads = threadsFor(this.#objects, this.#accounts.size)} = this.#request
    if (found.length === 0) return
    this.#sessions ??= openSomewhere(this.#request, found, this.#around.signal)
    if (threads > 0) this.#begun ??= this.#begin(threads)
    // Whoever asks for them is told.
    for (const pending of [this.#sessions, this.#begun]) pending?.catch(ignore)
  }

  /**
   * Who we are is asked as soon as a state names an account.
   *
   * @returns undefined where that was not, or has to be asked again, knowing all states
   * @throws TrueupError `aws-...` as `openAws`
   */
  async sessions(): Promise<Sessions | undefined> {
    return this.#sessions?.catch(unlessRegionMissing)
  }

  /**
   * @returns undefined where nothing was begun
   * @throws TrueupError `aws-...` as `openAws`
   */
  async begun(): Promise<Begun | undefined> {
    return this.#begun
  }

  /** Ends what was begun. */
  async end(): Promise<void> {
    await this.#begun?.catch(ignore)
    await this.#started?.end()
  }

  #isCertain(partition: string, region: string): boolean {
    const {regions} = this.#request
    const isAmong = regions.length === 0 || regions.includes(region)
    return isAmong && region !== globalRegion && !mayBeOff(partition, region)
  }

  #place(location: Location): void {
    const key = `${location.account} ${location.region}`
    if (this.#places.has(key)) return
    this.#places.set(key, location)
    this.#threads?.expect(location)
  }

  async #begin(threads: number): Promise<Begun | undefined> {
    const {beginThreads, startThreads} = await import('./threads/start-threads.ts')
    const started = startThreads(threads, this.#around.signal)
    this.#started = started
    const sessions = await this.sessions()
    if (!sessions) {
      await started.end()
      return undefined
    }
    const {keeper} = await openKeeper(this.#request, sessions, this.#around)
    const {choice, aggregator} = this.#request
    beginThreads(started, {...this.#around, access: this.#request, home: sessions.home, choice, aggregator, keeper})
    this.#threads = started
    for (const location of this.#places.values()) started.expect(location)
    return {...(keeper && {keeper}), threads: started}
  }
}

/** Another state may name a region. */
function unlessRegionMissing(error: unknown): undefined {
  if (error instanceof TrueupError && error.code === 'aws-region-missing') return undefined
  throw error
}

function ignore(): undefined {
  return undefined
}

/** Answers of an earlier run may make every question needless; who belongs to an organisation is not known yet. */
function mayBegin({transport, organization, resume, cacheMs, threads}: AwsRequest): boolean {
  return !transport && !organization && resume !== true && cacheMs === undefined && threads !== 0
}

/** As `accountsInQuestion` will have it. */
function isAsked({accounts = [], overrides = {}, excluded = [], roles = []}: AwsRequest, account: string): boolean {
  if (excluded.includes(account)) return false
  const named = [...accounts, ...Object.keys(overrides)]
  return named.length > 0 ? named.includes(account) : roles.some(isTemplate)
}
