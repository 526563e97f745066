import {expect, test} from 'vitest'

import {endByLines, notByLines} from '../../../src/declared/state/end-by-lines.ts'

const far = ' '.repeat(1 << 18)

/** The object begins at the first bracket of the text; what it is taken to be. */
test.each([
  ['[\n{"a": 1}\n]', '{"a": 1}'],
  ['[\n{"a": 1} , \r\n{"b": 2}\n]', '{"a": 1}'],
  ['[\n  {\n    "a": {\n      "b": 1\n    }\n  },\n  {\n  }\n]', '{\n    "a": {\n      "b": 1\n    }\n  }'],
  ['[\n\t{\r\n\t\t"a": 1\r\n\t}\r\n]', '{\r\n\t\t"a": 1\r\n\t}'],
  ['[{\n  "a": 1\n}\n]', undefined],
  ['[\n  {\n    "a": 1}\n]', undefined],
  ['[\n  {"a": 1,\n   "b": 2}\n]', undefined],
  [`[\n  {\n    "a": 1}${far}`, notByLines],
  [`[{"a": 1}${far}`, notByLines],
  [`[{\n  "a": 1\n}${far}`, undefined],
])('%j', (text, object) => {
  const bytes = Buffer.from(text)
  const start = text.indexOf('{')
  const end = endByLines({bytes, end: bytes.length, start, lineStart: text.lastIndexOf('\n', start) + 1})
  expect(end === undefined || end === notByLines ? end : text.slice(start, end)).toBe(object)
})

test('where the beginning of its line is gone, or the rest not there yet, nothing is said', () => {
  const text = `{\n    "a": 1\n  },\n${far}`
  const bytes = Buffer.from(text)
  expect(endByLines({bytes, end: bytes.length, start: 0, lineStart: -2})).toBeUndefined()
  expect(endByLines({bytes: Buffer.from('\n{\n  "a": 1\n}'), end: 8, start: 1, lineStart: 1})).toBeUndefined()
})
