import {type StateEvent, readStates} from '../../../src/declared/state/read-states.ts'
import {TrueupError} from '../../../src/errors.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'

export type Chunks = AsyncIterable<Uint8Array>

/** All events of a state given as text, cut into chunks of a size. */
export async function readText(text: string | Uint8Array, chunkSize = 1 << 16): Promise<StateEvent[]> {
  return Array.fromAsync(readStates(['-'], {stdin: chunks(Buffer.from(text), chunkSize)}))
}

export async function resourcesOf(text: string): Promise<DeclaredResource[]> {
  return resourcesIn(await readText(text))
}

export function resourcesIn(events: readonly StateEvent[]): DeclaredResource[] {
  return events.flatMap((event) => (event.kind === 'resource' ? [event.resource] : []))
}

export async function* chunks(bytes: Uint8Array, size: number): Chunks {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** The error that reading ends in. */
export async function failureOf(patterns: readonly string[], stdin?: Chunks): Promise<TrueupError> {
  try {
    await Array.fromAsync(readStates(patterns, stdin ? {stdin} : {}))
  } catch (error) {
    if (error instanceof TrueupError) return error
    throw error
  }
  throw new Error('reading succeeded')
}
