import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {evaluateBills} from '../../evaluate/bills.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'

describe.skipIf(!hasSharedData)('real bills', () => {
  test.each(['cur', 'focus'])(
    'of %s add up, to the last digit, and to their own column of costs',
    async (name) => {
      const outcomes = await evaluateBills(join(sharedData, name))
      expect(outcomes.flatMap(({file, wrong}) => wrong.map((text) => `${file}: ${text}`))).toEqual([])
      expect(outcomes.filter(({refused}) => refused === undefined).length).toBeGreaterThan(0)
    },
    120_000,
  )
})
