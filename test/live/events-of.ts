import {expect} from 'vitest'

import type {ReadEvent} from '../../src/live/read-live.ts'
import type {LiveEvent} from '../../src/model/live.ts'

/** The events of all pages, none of which may be empty. */
export async function eventsOf<Event>(pages: AsyncIterable<readonly Event[]>): Promise<Event[]> {
  const read = await Array.fromAsync(pages)
  expect(read.filter((page) => page.length === 0)).toEqual([])
  return read.flat()
}

/** Of what a live side says, what AWS does: not where accounts end. */
export function withoutEnds(events: readonly ReadEvent[]): readonly LiveEvent[] {
  return events.filter((event) => event.kind !== 'account-read')
}
