import {exitCodes} from './exit-codes.ts'

const exitOf = {SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated} as const

const signals = ['SIGINT', 'SIGTERM'] as const

/** How long work in flight may take to notice the signal and remove what it left half done. */
const graceMs = 2000

/** A request from outside to stop, as an AbortSignal that every reader and writer passes on. Disposing ends what is still in flight. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal
  /** Set once the request came. */
  readonly exit: 130 | 143 | undefined
}

/** Ctrl-C stops the run in order; a second one, or work that does not listen, ends the process there and then. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let exit: Interruption['exit']
  const stop = (signal: keyof typeof exitOf) => {
    if (exit !== undefined) process.exit(exit)
    const code = exitOf[signal]
    exit = code
    controller.abort()
    setTimeout(() => process.exit(code), graceMs).unref()
  }
  for (const name of signals) process.on(name, stop)
  return {
    signal: controller.signal,
    get exit() {
      return exit
    },
    [Symbol.dispose]: () => {
      for (const name of signals) process.off(name, stop)
      controller.abort()
    },
  }
}
