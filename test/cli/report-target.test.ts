import {expect, test} from 'vitest'

import {parseReportTarget} from '../../src/cli/report-target.ts'

test.each([
  ['json', {format: 'json'}],
  ['json=out/report.json', {format: 'json', file: 'out/report.json'}],
  ['terminal=a=b.txt', {format: 'terminal', file: 'a=b.txt'}],
])('--report %s', (text, target) => {
  expect(parseReportTarget(text)).toEqual(target)
})

test.each([
  ['', 'report-target-invalid', /FORMAT/],
  ['json=', 'report-target-invalid', /FORMAT=FILE/],
  ['jsn=x', 'report-format-unknown', /Did you mean json\?/],
  ['xlsx', 'report-format-unknown', /Formats: csv, .*, terminal/],
  ['constructor', 'report-format-unknown', /Formats/],
])('--report %s is refused', (text, code, hint) => {
  expect(() => parseReportTarget(text)).toThrow(expect.objectContaining({code, hint: expect.stringMatching(hint)}))
})
