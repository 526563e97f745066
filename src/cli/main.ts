import {Config} from '@oclif/core/config'
import type {LoadOptions} from '@oclif/core/interfaces'
import {run} from '@oclif/core/run'

import {exitCodes} from './exit-codes.ts'
import {describeFailure, formatFailure} from './failure.ts'

/**
 * The process around a command. oclif's own `execute()` cuts slow pipes off after ten seconds, reports a closed one as a failure,
 * and lets a crash exit with 1, which means findings here. Failures of a command are printed by `BaseCommand`, all others here.
 */
export async function main(argv: string[], options: LoadOptions): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe)
  process.on('uncaughtException', (error) => {
    fail(error)
    process.exit()
  })
  process.on('exit', (code) => {
    if (code === unsettledAwait) process.exitCode = exitCodes.unfinished
  })
  await run(argv, options).catch(async (error: Error & Noted) => fail(error, await commandsOf(options)))
}

/** Read again where something failed; a run that does not fail has no use for it. */
async function commandsOf(options: LoadOptions): Promise<readonly string[]> {
  return Config.load(options).then(
    ({commandIDs}) => commandIDs,
    () => [],
  )
}

/** What Node exits with when nothing is left to wait for, yet the run has not ended. */
const unsettledAwait = 13

/** `trueup scan | head`: the reader has seen enough, but the exit code is still owed. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** What oclif and `BaseCommand` note on an error. */
interface Noted {
  readonly code?: string
  readonly oclif?: {readonly exit?: number}
  readonly skipOclifErrorHandling?: boolean
}

function fail(error: Error & Noted, commands: readonly string[] = []): void {
  if (error.skipOclifErrorHandling || error.code === 'EEXIT') {
    process.exitCode = error.oclif?.exit ?? exitCodes.unfinished
    return
  }
  const failure = describeFailure(error, 'trueup', {commands})
  process.stderr.write(formatFailure(failure))
  if (process.env['DEBUG']) process.stderr.write(`${error.stack}\n`)
  process.exitCode = failure.exit
}
