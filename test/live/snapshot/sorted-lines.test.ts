import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {sortedLines, type KeyedLine} from '../../../src/live/snapshot/sorted-lines.ts'

test('lines come sorted by key, then text, whether they fit into memory or not', async () => {
  const line = fc.tuple(fc.stringMatching(/^[a-c]{0,3}$/), fc.stringMatching(/^[x-z]{0,9}$/))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.constantFrom(4, 40, 4000), async (lines: KeyedLine[], bufferLength) => {
      const sorted = await Array.fromAsync(sortedLines(stream(lines), bufferLength))
      const expected = lines.map(([key, text]) => `${key}\0${text}`).toSorted()
      expect(sorted).toEqual(expected.map((keyed) => keyed.slice(keyed.indexOf('\0') + 1)))
    }),
    {numRuns: 40},
  )
})

async function* stream(lines: readonly KeyedLine[]): AsyncGenerator<readonly KeyedLine[]> {
  for (let at = 0; at < lines.length; at += 3) yield lines.slice(at, at + 3)
}
