import {expect, test} from 'vitest'

import {hanging} from '../../src/report/terminal/text.ts'

test('a prefix of nothing but spaces, wider than there is room for, leaves room', () => {
  expect([...hanging(' '.repeat(90), 'sns:us-east-1:alerts', 100)]).toEqual([`${' '.repeat(37)}sns:us-east-1:alerts`])
})

test('a long prefix gets a line of its own', () => {
  expect([...hanging(`  ${'a'.repeat(80)}  `, 'sns:us-east-1:alerts', 100)]).toEqual([
    `  ${'a'.repeat(80)}`,
    '      sns:us-east-1:alerts',
  ])
})
