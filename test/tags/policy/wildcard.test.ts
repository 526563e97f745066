import {assert, constantFrom, property, string} from 'fast-check'
import {expect, test} from 'vitest'

import {matchesWildcard} from '../../../src/model/wildcard.ts'

test.each([
  ['300*', '300', true],
  ['300*', '3001', true],
  ['300*', '1300', false],
  ['*-prod', 'eu-prod', true],
  ['a*a', 'a', false],
  ['a*b*c', 'aXbbYc', true],
  ['a*b*c', 'acb', false],
  ['**', '', true],
  ['a.c', 'abc', false],
  ['module.x["a"].*', 'module.x["a"].aws_instance.b', true],
])('%s on %s: %s', (wildcard, text, expected) => {
  expect(matchesWildcard(wildcard, text)).toBe(expected)
})

test('agrees with a regular expression on any wildcard and text', () => {
  const text = string({unit: constantFrom('a', 'b', '.'), maxLength: 12})
  const wildcard = string({unit: constantFrom('a', 'b', '.', '*'), maxLength: 6})
  assert(
    property(wildcard, text, (pattern, candidate) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 's')
      expect(matchesWildcard(pattern, candidate)).toBe(expression.test(candidate))
    }),
  )
})
