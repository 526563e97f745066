import {describe, expect, test} from 'vitest'

import type {CostAllocation} from '../../src/model/cost-allocation.ts'
import {billedKeys, monthsBefore, requiredKeys, unbilledFindings} from '../../src/tags/billed-keys.ts'
import {loadPolicies} from '../../src/tags/policy/load.ts'

const today = '2026-09-15'

function standing(tag: Partial<CostAllocation['tags'][number]>, backfills: CostAllocation['backfills'] = []) {
  const tags = [{key: 'Owner', status: 'active' as const, ...tag}]
  return billedKeys(['Owner'], {tags, backfills}, today)[0]?.standing
}

describe('what the bill makes of a key', () => {
  test.each<[string, ReturnType<typeof standing>, string]>([
    ['activated long ago', standing({changedAt: '2024-01-05T00:00:00Z'}), 'billed'],
    ['activated, nobody knows when', standing({}), 'billed'],
    ['not activated', standing({status: 'inactive', changedAt: '2026-01-05T00:00:00Z'}), 'inactive'],
    ['in other case', standing({key: 'owner'}), 'not-seen'],
    ['activated this year', standing({changedAt: '2026-03-02T10:00:00Z'}), 'late'],
    [
      'and filled in since',
      standing({changedAt: '2026-03-02T10:00:00Z'}, [
        {from: '2025-09-01', requestedAt: '2026-03-03T00:00:00Z', status: 'succeeded'},
      ]),
      'billed',
    ],
    [
      'filled in before it was activated',
      standing({changedAt: '2026-03-02T10:00:00Z'}, [
        {from: '2025-01-01', requestedAt: '2026-02-01T00:00:00Z', status: 'succeeded'},
      ]),
      'late',
    ],
    [
      'filling in failed',
      standing({changedAt: '2026-03-02T10:00:00Z'}, [
        {from: '2025-09-01', requestedAt: '2026-03-03T00:00:00Z', status: 'failed'},
      ]),
      'late',
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected)
  })

  test('is told of each key that a policy requires', () => {
    const text =
      'version: 1\nname: P\nrules: [{key: Owner}, {key: Team}, {id: t2, key: Team}, {key: Note, presence: optional}, {key: "x:*"}]'
    const keys = requiredKeys(loadPolicies([{name: 'p.yaml', text}]))
    expect(keys).toEqual(['Owner', 'Team'])
    const tags = [{key: 'Owner', status: 'inactive' as const, lastUsed: '2026-08-01'}]
    expect(unbilledFindings(billedKeys(keys, {tags, backfills: []}, today))).toMatchObject([
      {code: 'tag-key-not-billed', tagKey: 'Owner', activation: 'inactive', severity: 'medium', lastUsed: '2026-08-01'},
      {code: 'tag-key-not-billed', tagKey: 'Team', activation: 'not-seen', severity: 'low'},
    ])
  })
})

test.each([
  ['2026-09-15', 12, '2025-09-01'],
  ['2026-01-31', 12, '2025-01-01'],
  ['2026-01-31', 1, '2025-12-01'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected)
})
