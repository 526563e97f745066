import type {Progress} from './progress.ts'
import type {FindStored} from './stored-state.ts'

/** The time that it is. */
export type Clock = () => Date

/** What a run gets from outside: clock, version, input, signals. Nothing below `cli/` reads them itself. */
export interface Surroundings {
  /** When the run began. */
  readonly now: Date
  /** Tells when AWS answered; without it everything is as of `now`. */
  readonly clock?: Clock
  readonly version: string
  readonly stdin: AsyncIterable<Uint8Array>
  /** Finds states that are given by URL; without it they are an error. */
  readonly findStored?: FindStored
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  readonly progress: Progress
  /** Where results may be kept that can be computed again; without one nothing is kept. */
  readonly cacheFolder?: string
}
