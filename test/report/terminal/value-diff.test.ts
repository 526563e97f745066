import * as fc from 'fast-check'
import stringWidth from 'fast-string-width'
import {describe, expect, test} from 'vitest'

import {Sensitive} from '../../../src/model/value.ts'
import {differingPart} from '../../../src/report/terminal/differing-part.ts'
import {valueDiff} from '../../../src/report/terminal/value-diff.ts'

const room = {side: 20, line: 40}

describe('the two sides of a property', () => {
  test('stand side by side where both are short', () => {
    expect(valueDiff('a', null, room)).toEqual({kind: 'pair', before: '"a"', after: 'null'})
  })

  test('tell what is not set from what is empty', () => {
    expect(valueDiff(undefined, '', room)).toEqual({kind: 'pair', before: '(not set)', after: '""'})
  })

  test('stand one below the other where one is long', () => {
    expect(valueDiff('a', 'b'.repeat(30), room)).toMatchObject({
      kind: 'lines',
      lines: [{sign: '-', text: '"a"'}, {sign: '+'}],
    })
  })

  test('are compared line by line where they are documents, whatever the order of keys', () => {
    const before = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*"}}'
    const after = {Statement: {Action: '*', Effect: 'Deny'}, Version: '2012-10-17'}
    expect(valueDiff(before, after, room)).toEqual({
      kind: 'lines',
      lines: [
        {sign: '…', text: ''},
        {sign: ' ', text: '  "Statement": {'},
        {sign: ' ', text: '    "Action": "*",'},
        {sign: '-', text: '    "Effect": "Allow"'},
        {sign: '+', text: '    "Effect": "Deny"'},
        {sign: ' ', text: '  },'},
        {sign: ' ', text: '  "Version": "2012-10-17"'},
      ],
    })
  })

  test('never show a secret, however deep', () => {
    const [before, after] = ['hunter2', 'hunter3'].map((secret) => {
      return {Password: [Sensitive.of(secret)], Name: 'a-name-of-some-length'}
    })
    const shown = JSON.stringify(valueDiff(before, after, room))
    expect(shown).toContain('(sensitive)')
    expect(shown).not.toContain('hunter')
  })

  test('keep what differs in long lines that took the place of several', () => {
    const [before, after] = ['a', 'b'].map((letter) => [0, 1].map((at) => at + '='.repeat(60) + letter).join('\n'))
    const diff = valueDiff(before, after, room)
    const shown = diff.kind === 'lines' ? diff.lines.map(({text}) => text.at(-1)) : []
    expect(shown).toEqual(['a', 'a', 'b', 'b'])
  })

  test('of thousands of lines are shown without looking for the smallest difference', () => {
    const [before, after] = ['even', 'odd'].map((kind) =>
      Array.from({length: 2000}, (_, at) => `${kind} ${at}`).join('\n'),
    )
    const diff = valueDiff(before, after, room)
    expect(diff.kind === 'lines' && diff.lines.length).toBe(4000)
  })
})

test('texts cut to where they differ fit the room and still differ', () => {
  const wide = fc.integer({min: 0, max: 60}).map((length) => '日'.repeat(length))
  const text = fc.oneof(fc.string({unit: 'grapheme', maxLength: 60}), wide)
  fc.assert(
    fc.property(text, text, text, text, fc.integer({min: 14, max: 50}), (prefix, a, b, suffix, columns) => {
      const [left, right] = [prefix + a + suffix, prefix + b + suffix]
      const cut = differingPart(left, right, columns)
      expect(cut.filter((one) => stringWidth(one) > columns)).toEqual([])
      expect(cut[0] === cut[1]).toBe(left === right)
    }),
    {numRuns: 500, seed: 7},
  )
})
