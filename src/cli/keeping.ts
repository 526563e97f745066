import type {Channel} from '../model/channel.ts'
import type {RunChange} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {KeepRequest, KeptHere} from '../pipeline/kept-run.ts'
import type {Destination} from '../pipeline/tell-change.ts'
import {exitCodes} from './exit-codes.ts'
import {describeFailure, formatFailure} from './failure.ts'
import {keepRequestOf, type KeepFlags} from './history-flags.ts'

/**
 * Keeps a finished run and tells who wants to know. What fails here is an error line and exit code 3, unless the findings say 1: neither the
 * report nor its verdict is lost over it.
 */
export class Keeping {
  readonly #request: KeepRequest
  readonly #destinations: readonly Destination[]
  readonly #command: string
  #kept: KeptHere | undefined
  #hasFailed = false

  private constructor(request: KeepRequest, destinations: readonly Destination[], command: string) {
    this.#request = request
    this.#destinations = destinations
    this.#command = command
  }

  /**
   * @returns undefined where the run is not kept
   * @throws {TrueupError} `notification-...`: before a scan, not after it
   */
  static async of(flags: KeepFlags, env: NodeJS.ProcessEnv, command: string): Promise<Keeping | undefined> {
    const request = keepRequestOf(flags, env)
    if (!request) return undefined
    const channels = new Set((flags.notify ?? []).filter((channel) => channel !== 'none'))
    if (channels.size === 0) return new Keeping(request, [], command)
    const {destinationOf} = await import('../pipeline/tell-change.ts')
    return new Keeping(
      request,
      [...channels].map((channel) => destinationOf(channel, env)),
      command,
    )
  }

  /** The report with the trend of the history that it now belongs to. */
  async keep(report: Report, ignores: KeepRequest['ignores'], surroundings: Surroundings): Promise<Report> {
    const {keepRun} = await import('../pipeline/kept-run.ts')
    const request = {...this.#request, ...(ignores && {ignores})}
    this.#kept = await this.#attempt(async () => keepRun(report, request, surroundings), surroundings)
    return this.#kept ? {...report, trend: this.#kept.trend} : report
  }

  /** Once the reports are written. A channel that fails keeps none of the others from being told. */
  async tell(surroundings: Surroundings): Promise<void> {
    const kept = this.#kept
    if (kept && this.#destinations.length > 0) {
      const {tellChange} = await import('../pipeline/tell-change.ts')
      for (const destination of this.#destinations) {
        await this.#attempt(
          async () => tellChange(kept, {destination, write: await writers[destination.channel]()}, surroundings),
          surroundings,
        )
      }
    }
    surroundings.progress.clear()
    if (this.#hasFailed && !process.exitCode) process.exitCode = exitCodes.unfinished
  }

  async #attempt<T>(work: () => Promise<T>, {signal, progress}: Surroundings): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      progress.clear()
      process.stderr.write(formatFailure(describeFailure(error, this.#command)))
      this.#hasFailed = true
      return undefined
    }
  }
}

/** How each channel puts a change. */
const writers: Readonly<Record<Channel, () => Promise<(change: RunChange) => string>>> = {
  slack: async () => (await import('../report/notice/slack.ts')).slackMessage,
  webhook: async () => (await import('../report/notice/webhook.ts')).webhookMessage,
}
