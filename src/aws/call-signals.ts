/**
 * Signals that live as long as one call. The signal of a run would get several listeners of each call that waits, and it looks through
 * all that it has whenever one is added or taken away; so it gets one listener, whatever number of calls it ends.
 */
export class CallSignals {
  readonly #open = new WeakMap<AbortSignal, Set<AbortController>>()

  /** @throws the signal's reason where it is aborted already */
  open(signal: AbortSignal): CallSignal {
    signal.throwIfAborted()
    const open = this.#openUnder(signal)
    const controller = new AbortController()
    open.add(controller)
    return {signal: controller.signal, close: () => open.delete(controller)}
  }

  #openUnder(signal: AbortSignal): Set<AbortController> {
    const known = this.#open.get(signal)
    if (known) return known
    const open = new Set<AbortController>()
    const abort = (): void => open.forEach((controller) => controller.abort(signal.reason))
    signal.addEventListener('abort', abort, {once: true})
    this.#open.set(signal, open)
    return open
  }
}

export interface CallSignal {
  readonly signal: AbortSignal
  /** Nothing is left to be ended. */
  readonly close: () => void
}
