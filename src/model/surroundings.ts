import type {Progress} from './progress.ts'

/** What a run gets from outside: clock, version, input, signals. Nothing below `cli/` reads them itself. */
export interface Surroundings {
  readonly now: Date
  readonly version: string
  readonly stdin: AsyncIterable<Uint8Array>
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  readonly progress: Progress
}
