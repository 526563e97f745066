import {expect, test} from 'vitest'

import {exitCodeOf} from '../../src/cli/verdict.ts'
import type {Confidence, Finding, Severity} from '../../src/model/finding.ts'
import type {Gap, GapReason} from '../../src/model/gap.ts'
import {parseConditions} from '../../src/pipeline/fail-on.ts'
import type {Report} from '../../src/model/report.ts'

const medium = parseConditions('medium')

function report(findings: readonly [Severity, Confidence][], gaps: readonly GapReason[], notMapped = 0): Report {
  return {
    findings: findings.map(([severity, confidence]) => ({severity, confidence}) as Finding),
    coverage: {attributes: {compared: 1, skipped: {}, notMapped}},
    gaps: gaps.map((reason): Gap => ({reason, detail: '', hides: {count: 1, examples: []}})),
  } as unknown as Report
}

test.each([
  ['nothing', report([], []), 0],
  ['a finding at the threshold', report([['medium', 'curated']], []), 1],
  ['a finding below it', report([['low', 'curated']], []), 0],
  ['a derived finding only', report([['high', 'derived']], []), 0],
  ['a denied call', report([], ['denied']), 3],
  ['a region that was not read', report([], ['not-read']), 3],
  ['a type without a mapping', report([], ['unsupported-type']), 0],
  ['findings and a denied call', report([['high', 'curated']], ['denied']), 1],
])('%s', (_, subject, code) => {
  expect(exitCodeOf(subject, {failOn: medium, strict: false})).toBe(code)
})

test('--strict accepts no gap', () => {
  expect(exitCodeOf(report([], ['unsupported-type']), {failOn: medium, strict: true})).toBe(3)
})

test('--strict accepts no attribute that nobody mapped', () => {
  expect(exitCodeOf(report([], [], 1), {failOn: medium, strict: false})).toBe(0)
  expect(exitCodeOf(report([], [], 1), {failOn: medium, strict: true})).toBe(3)
})

test('--fail-on none still tells of a run that could not finish', () => {
  const subject = report([['critical', 'curated']], ['throttled'])
  expect(exitCodeOf(subject, {failOn: [], strict: false})).toBe(3)
})
