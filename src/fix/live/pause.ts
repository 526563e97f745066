import {setTimeout} from 'node:timers/promises'

/** Waits, unless the run is interrupted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, {signal})
}
