import {expect, test} from 'vitest'

import {monthsIn} from '../../src/cli/months.ts'

test('a month, or all from one to another', () => {
  expect(monthsIn('2026-10')).toEqual(['2026-10'])
  expect(monthsIn('2025-11..2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test.each([
  '2026-13',
  '2026-1',
  '2026-10..2026-09',
  '2026-10..',
  '..2026-10',
  '2026-08..2026-09..2026-10',
  '1999-01',
  '',
])('%j is none', (text) => {
  expect(() => monthsIn(text)).toThrow(expect.objectContaining({code: 'month-invalid'}))
})
