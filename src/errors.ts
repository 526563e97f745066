/** Whose move it is: the person who typed the command, AWS (or the network to it), whoever keeps this machine, or us. */
export type Fault = 'user' | 'aws' | 'machine' | 'bug'

export interface TrueupErrorOptions {
  /** Stable, kebab-case; `trueup explain CODE` knows each one. */
  readonly code: string
  readonly fault: Fault
  /** The way out, as an imperative sentence. */
  readonly hint?: string
  readonly cause?: unknown
}

/**
 * The only kind of error that crosses a folder. `cli/` turns it into text and an exit code: 2 for a user's fault,
 * 3 for all others. The message names what was wrong and where; it never holds a value read from a state.
 */
export class TrueupError extends Error {
  readonly code: string
  readonly fault: Fault
  readonly hint: string | undefined

  constructor(message: string, {code, fault, hint, cause}: TrueupErrorOptions) {
    super(message, cause === undefined ? undefined : {cause})
    this.name = 'TrueupError'
    this.code = code
    this.fault = fault
    this.hint = hint
  }
}

/** Input or flags that cannot be used as they are (exit code 2). */
export function userError(code: string, message: string, hint?: string, cause?: unknown): TrueupError {
  return new TrueupError(message, {code, fault: 'user', ...(hint === undefined ? {} : {hint}), cause})
}
