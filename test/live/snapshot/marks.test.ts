import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {holdsMarks, markSecrets, reviveSecrets} from '../../../src/live/snapshot/marks.ts'
import {deepEqual, type Json, type Value} from '../../../src/model/value.ts'

test('any JSON comes back as it was, even what looks like a mark', () => {
  const key = fc.constantFrom('$sensitive', '$plain', '$salt', 'Size', '__proto__')
  const {json} = fc.letrec<{json: Json}>((tie) => ({
    json: fc.oneof(
      {maxDepth: 3},
      fc.string(),
      fc.constantFrom<Json>(null, 0, 1.5, true, '\u2028\n'),
      fc.array(tie('json'), {maxLength: 3}),
      fc.dictionary(key, tie('json'), {maxKeys: 3}),
    ),
  }))
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(markSecrets(value, 'grains'))
      const read = JSON.parse(text) as Value
      expect(deepEqual(holdsMarks(text) ? reviveSecrets(read, 'grains') : read, value)).toBe(true)
    }),
    {numRuns: 500},
  )
})
