import {Command} from '@oclif/core/command'
import {ExitError} from '@oclif/core/errors'
import * as Flags from '@oclif/core/flags'
import type {CommandError} from '@oclif/core/interfaces'

import type {ProjectFile} from '../pipeline/project/schema.ts'
import type {Progress} from '../model/progress.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {currentTime} from './clock.ts'
import {chunks} from '../report/chunks.ts'
import {writeJson} from '../report/write-json.ts'
import type {Failure} from './failure.ts'
import {describeFailure, formatFailure} from './failure.ts'
import type {Interruption} from './interruption.ts'
import {listenForInterruption} from './interruption.ts'
import {progressOn} from './progress.ts'
import type {FlagShapes} from './project/fill.ts'
import {withProject, type FoundIn} from './project/with-project.ts'

/**
 * What every command shares: `--json`, one face for failures, exit codes, Ctrl-C. A command in `commands/` parses, calls one
 * thing, prints, returns the payload of `--json`, and sets `process.exitCode` for findings (`this.exit(1)` would replace the payload).
 */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true

  static override baseFlags = {
    project: Flags.string({
      summary: 'Project file; default: the next trueup.yaml from here upwards.',
      helpValue: 'FILE',
      helpGroup: 'GLOBAL',
    }),
  }

  readonly #interruption: Interruption = listenForInterruption()
  protected readonly progress: Progress = progressOn(process.stderr, process.env)

  /** Aborted by Ctrl-C or SIGTERM; to be passed to everything that waits, reads or writes. */
  protected get signal(): AbortSignal {
    return this.#interruption.signal
  }

  /** Clock, version, input and signals for the pipeline; `more` is what only some commands have flags for. */
  protected surroundings(more: Pick<Surroundings, 'findStored'> = {}): Surroundings {
    return {
      ...more,
      now: currentTime(process.env),
      clock: () => currentTime(process.env),
      version: this.config.version,
      stdin: process.stdin,
      signal: this.signal,
      progress: this.progress,
      cacheFolder: this.config.cacheDir,
    }
  }

  /** The project file, once the command line is parsed; absent where there is none. */
  protected foundProject?: FoundIn

  protected get project(): ProjectFile | undefined {
    return this.foundProject?.file
  }

  /** The command line as somebody typed it. */
  protected typed: readonly string[] = []

  /** Fills the command line with what `TRUEUP_*` and the project file say of the command's flags. */
  protected override async init(): Promise<void> {
    await super.init()
    this.typed = this.argv
    const flags = {...this.ctor.baseFlags, ...this.ctor.flags} as FlagShapes
    const {argv, found} = await withProject(this.argv, flags, process.env)
    this.argv = argv
    if (found) this.foundProject = found
  }

  protected override async catch(error: CommandError): Promise<void> {
    if (error instanceof ExitError) throw error
    this.progress.clear()
    // oclif warns of a command that did not parse, even if parsing is what failed.
    this.parsed = true
    const failure = this.#describe(error)
    process.exitCode = failure.exit
    if (this.jsonEnabled()) this.logJson({error: failure})
    else process.stderr.write(formatFailure(failure))
    if (process.env['DEBUG']) process.stderr.write(`${error.stack}\n`)
    // Kept for callers in the same process; the text above is all that is printed.
    if (!this.jsonEnabled()) throw Object.assign(error, {oclif: {exit: failure.exit}, skipOclifErrorHandling: true})
  }

  protected override async finally(error: Error | undefined): Promise<void> {
    this.progress.clear()
    if (this.#interruption.exit !== undefined) process.exitCode = this.#interruption.exit
    this.#interruption[Symbol.dispose]()
    await super.finally(error)
  }

  /** oclif's own would print its whole configuration along with a parse error. */
  protected override toErrorJson(error: unknown): {readonly error: Failure} {
    return {error: this.#describe(error)}
  }

  /** oclif's own tokenizes and colours, slow for a report of megabytes, and prints names that do harm to a terminal. */
  protected override logJson(json: object): void {
    for (const piece of chunks(writeJson({...json}))) process.stdout.write(piece)
  }

  #describe(error: unknown): Failure {
    const {exit} = this.#interruption
    const flags = Object.keys({...this.ctor.baseFlags, ...this.ctor.flags})
    const typed = [this.config.bin, ...(this.id ?? '').split(':')].join(' ')
    if (exit === undefined) return describeFailure(error, typed, {flags})
    const hint = 'resume' in this.ctor.flags ? {hint: 'What AWS had answered is kept: go on with --resume'} : {}
    return {name: 'Interrupted', code: 'interrupted', message: 'interrupted; nothing was reported', ...hint, exit}
  }
}
