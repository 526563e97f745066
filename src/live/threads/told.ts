import {TrueupError} from '../../errors.ts'
import type {Told} from './job.ts'

/** An error as data: what crosses threads loses its class. */
export function told(error: unknown): Told {
  const {name, message, stack} = error instanceof Error ? error : new Error(String(error))
  const said = {name, message, ...(stack === undefined ? {} : {stack})}
  if (!(error instanceof TrueupError)) return said
  const {code, fault, hint} = error
  return {...said, known: {code, fault, ...(hint === undefined ? {} : {hint})}}
}

/** The way back of `told`. */
export function errorOf({name, message, stack, known}: Told): Error {
  const error = known ? new TrueupError(message, known) : new Error(message)
  if (!known) error.name = name
  if (stack !== undefined) error.stack = stack
  return error
}
