import type {Failure} from '../../aws/call.ts'
import type {HeldCredentials} from '../../aws/held-credentials.ts'
import type {AccessRequest} from '../../aws/sessions.ts'
import type {Fault} from '../../errors.ts'
import type {Location} from '../../model/location.ts'
import type {KeeperLog, KeeperSeed} from '../kept/keeper.ts'
import type {PackedPages} from '../packed-pages.ts'
import type {ReadingOptions} from '../read-account.ts'
import type {ReadTarget} from '../targets.ts'
import type {ThreadClock} from './thread-clock.ts'

/** What a thread begins with: all of it plain data. */
export interface ThreadSeed {
  readonly access: AccessRequest
  readonly region: string
  /** Who we are. */
  readonly homeArn?: string
  /** Calls that this thread may have on their way at a time. */
  readonly callsAtOnce: number
  /** Name or ARN of the aggregator that is asked first. */
  readonly aggregator?: string
  /** Whether each place will be asked what AWS Config records there. */
  readonly asksConfig: boolean
  readonly keeper?: KeeperSeed
  readonly clock?: ThreadClock
  /** Of pages that are handed over. */
  readonly salt: string
}

/** An account to be read. */
export interface ReadJob {
  readonly job: number
  readonly account: string
  readonly choice: ReadingOptions['choice']
  readonly targets: readonly ReadTarget[]
  /** Of the whole scan: where an aggregator is looked for. */
  readonly regions: readonly string[]
  /** What this thread has got into the account with already. */
  readonly held?: HeldCredentials
  /** Not to be read, and why. */
  readonly leftOut?: Failure
}

/** What a thread is told. */
export type ToThread =
  /** Comes first. */
  | {readonly kind: 'begin'; readonly seed: ThreadSeed}
  | {readonly kind: 'read'; readonly job: ReadJob}
  /** Will be asked for: what needs no more to be known of it can begin. */
  | {readonly kind: 'expect'; readonly location: Location}
  /** Ctrl-C: ends what it reads, so that what is kept of it stays whole. */
  | {readonly kind: 'stop'}

/** What a thread tells. */
export type FromThread =
  | {readonly kind: 'pages'; readonly job: number; readonly pages: PackedPages; readonly objects: number}
  | {readonly kind: 'done'; readonly job: number; readonly kept?: KeeperLog}
  | {readonly kind: 'failed'; readonly job: number; readonly error: Told}

/** An error as another thread tells of it. */
export interface Told {
  readonly name: string
  readonly message: string
  readonly stack?: string
  /** Of a `TrueupError`. */
  readonly known?: {readonly code: string; readonly fault: Fault; readonly hint?: string}
}
