import {describe, expect, test} from 'vitest'

import type {Finding} from '../../src/model/finding.ts'
import {verdictText} from '../../src/report/verdict-text.ts'
import {failuresOf} from '../../src/select/gate/judge.ts'
import {parseConditions} from '../../src/select/gate/parse.ts'

function finding(more: Partial<Finding>): Finding {
  return {code: 'drifted', severity: 'medium', confidence: 'curated', ...more} as Finding
}

function costs(monthly: string, currency = 'USD'): Finding {
  return finding({cost: {monthly, currency, basis: 'list price'}} as unknown as Partial<Finding>)
}

const drift = finding({})
const low = finding({severity: 'low'})
const controlled = finding({code: 'controlled', severity: 'info'})
const possible = finding({severity: 'high', confidence: 'derived'})
const missing = finding({code: 'missing', severity: 'high'})
const tag = finding({code: 'tag-missing', severity: 'high'})
const accepted = finding({severity: 'critical', standing: 'known'})
const fresh = finding({severity: 'low', standing: 'new'})

describe('a condition', () => {
  test.each<[string, readonly Finding[], number | undefined]>([
    ['medium', [drift, low], 1],
    ['high', [drift, low], undefined],
    ['info', [drift, controlled], 2],
    ['medium', [possible], undefined],
    ['derived', [possible, drift], 1],
    ['derived:critical', [possible], undefined],
    ['drift', [drift, low, controlled, tag], 2],
    ['drift:medium', [drift, low, tag], 1],
    ['tags', [drift, tag], 1],
    ['missing', [drift, missing], 1],
    ['tag-missing', [tag, missing], 1],
    ['medium', [accepted], undefined],
    ['known:high', [accepted, missing], 1],
    ['new', [accepted, fresh], 1],
    ['new', [drift], 1],
    ['new:medium', [fresh], undefined],
    ['none', [missing], undefined],
    [' drift : medium ', [drift], 1],
  ])('%j of %j', (text, findings, count) => {
    expect(failuresOf(findings, parseConditions(text))[0]?.findings).toBe(count)
  })

  test('of several, any fails the run', () => {
    const failures = failuresOf([low, tag], parseConditions('drift:high,tags'))
    expect(failures.map(({condition}) => condition.text)).toEqual(['tags'])
  })
})

describe('a cost', () => {
  test.each<[string, readonly Finding[], string | undefined]>([
    ['cost>100', [costs('60.10'), costs('60')], '120.1'],
    ['cost>100', [costs('160'), costs('-70')], undefined],
    ['cost>=100', [costs('100.00')], '100'],
    ['cost>100', [costs('100.00')], undefined],
    ['cost>100', [costs('60'), costs('60', 'CNY')], undefined],
    ['cost>0.1', [costs('0.1'), costs('0.2')], '0.3'],
    ['cost>100:high', [costs('160')], undefined],
    ['cost>0', [drift], undefined],
  ])('%s of %j', (text, findings, monthly) => {
    expect(failuresOf(findings, parseConditions(text))[0]?.cost?.monthly).toBe(monthly)
  })
})

describe('what nobody can mean', () => {
  test.each([
    ['hihg', '--fail-on hihg: nothing is called "hihg"', 'Did you mean high?'],
    ['high:low', '--fail-on high:low: it names a severity twice', undefined],
    ['drift:missing', '--fail-on drift:missing: it names a kind or code twice', undefined],
    ['high,', '--fail-on : it is empty', undefined],
    ['none,high', '--fail-on none,high: none stands alone', undefined],
    ['drift:none', '--fail-on drift:none: none stands alone', undefined],
    ['cost>much', '--fail-on cost>much: a cost is written cost>100 or cost>=0.50: so much more a month', undefined],
  ])('%s is refused', (text, message, hint) => {
    expect(() => parseConditions(text)).toThrow(
      expect.objectContaining({code: 'fail-on-invalid', message, ...(hint && {hint: expect.stringContaining(hint)})}),
    )
  })
})

test.each([
  ['high', [missing, tag, drift], 'fails: 2 findings high or worse (--fail-on high)'],
  ['new:drift:high', [missing], 'fails: 1 finding new and of drift and high or worse (--fail-on new:drift:high)'],
  ['derived', [possible], 'fails: 1 finding possible (--fail-on derived)'],
  ['cost>100', [costs('120.5')], 'fails: 1 finding, USD 120.50 a month more (--fail-on cost>100)'],
])('the reason for %s is told', (text, findings, line) => {
  const failures = failuresOf(findings, parseConditions(text))
  expect(verdictText({outcome: 'findings', failures, unfinished: new Map(), notMapped: 0})).toBe(line)
})
