import {expect} from 'vitest'

/** The events of all pages, none of which may be empty. */
export async function eventsOf<Event>(pages: AsyncIterable<readonly Event[]>): Promise<Event[]> {
  const read = await Array.fromAsync(pages)
  expect(read.filter((page) => page.length === 0)).toEqual([])
  return read.flat()
}
