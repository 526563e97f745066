import {CLIError} from '@oclif/core/errors'

import {TrueupError} from '../errors.ts'
import {didYouMean, type KnownNames} from './did-you-mean.ts'
import type {ExitCode} from './exit-codes.ts'
import {exitCodes} from './exit-codes.ts'

/** Why a command did not do its job: printed on stderr, or as `{"error": ...}` under `--json`. */
export interface Failure {
  readonly name: string
  /** `trueup explain CODE` tells more. */
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly exit: ExitCode
}

/**
 * @param command as typed (`trueup scan`), for the hint on its flags
 * @param known what may have been meant where something was mistyped
 */
export function describeFailure(error: unknown, command: string, known: KnownNames = {}): Failure {
  if (error instanceof TrueupError) return fromTrueup(error)
  if (error instanceof CLIError && error.code !== 'MODULE_NOT_FOUND') return fromCommandLine(error, command, known)
  return isSystemError(error) ? fromSystem(error) : fromBug(error)
}

/** Message, way out, and where to read more; three lines that fit in a CI log. */
export function formatFailure({message, hint, code}: Failure): string {
  return [
    `Error: ${message}`,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    `(${code}; trueup explain ${code})`,
    '',
  ].join('\n')
}

function fromTrueup({name, code, message, hint, fault}: TrueupError): Failure {
  const exit = fault === 'user' ? exitCodes.usage : exitCodes.unfinished
  return {name, code, message: withoutFrame(message), ...(hint === undefined ? {} : {hint}), exit}
}

/** oclif says "Nonexistent flag" for what a person calls unknown. */
function fromCommandLine(error: CLIError, command: string, known: KnownNames): Failure {
  const said = withoutFrame(error.message)
  const message = said
    .replace(/^Nonexistent flag/, 'Unknown flag')
    .replace(/^command (\S+) not found$/, (_, id: string) => `there is no command ${id.replaceAll(':', ' ')}`)
  const [bin = command] = command.split(' ')
  const hint = [didYouMean(said, known, bin), `See ${command} --help`].filter((part) => part !== undefined).join(' ')
  return {name: 'UsageError', code: 'usage', message, hint, exit: exitCodes.usage}
}

/** oclif puts a line before what a flag's parser says, and one on --help, which is our hint, after it. */
function withoutFrame(message: string): string {
  return message.replace(/^Parsing --\S+ *\n\t/, '').replace(/\nSee more help with --help$/, '')
}

/** Message of the operating system: code, call and path, never file content. */
function fromSystem({message}: Error): Failure {
  return {name: 'SystemError', code: 'system-error', message, exit: exitCodes.unfinished}
}

/** Messages of errors that nobody foresaw may quote the input (JSON.parse does), and so a secret: name and place have to do. */
function fromBug(error: unknown): Failure {
  const name = error instanceof Error ? error.name : typeof error
  return {
    name,
    code: 'unexpected-error',
    message: `unexpected error (${name}${placeOf(error)}), a bug in trueup: please report it`,
    hint: 'Run again with DEBUG=trueup to see the whole error; read it for secrets before you share it',
    exit: exitCodes.unfinished,
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/** First stack frame within our own files, as ` at join/join.js:12:3`. */
function placeOf(error: unknown): string {
  const frame = error instanceof Error ? /\/(?:dist|src)\/([\w./-]+:\d+:\d+)/.exec(error.stack ?? '') : null
  return frame ? ` at ${frame[1]}` : ''
}
