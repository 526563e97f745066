import type {Progress} from './progress.ts'
import type {FindStored} from './stored-state.ts'

/** What a run gets from outside: clock, version, input, signals. Nothing below `cli/` reads them itself. */
export interface Surroundings {
  readonly now: Date
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
