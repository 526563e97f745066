import type {ValueRecord} from '../../model/value.ts'
import type {StateInput} from './open-state.ts'
import {readStates} from './read-states.ts'

/** The attributes of every recorded instance by its address: what code may refer to. */
export async function recordedAttributes(
  patterns: readonly string[],
  io: StateInput,
): Promise<ReadonlyMap<string, ValueRecord>> {
  const recorded = new Map<string, ValueRecord>()
  for await (const event of readStates(patterns, io)) {
    if (event.kind !== 'resource' || event.resource.deposed !== undefined) continue
    recorded.set(event.resource.address, event.resource.attributes)
  }
  return recorded
}
