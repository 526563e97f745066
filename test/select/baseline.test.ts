import {describe, expect, test} from 'vitest'

import type {AcceptedFinding, Baseline} from '../../src/model/baseline.ts'
import type {Finding, Severity} from '../../src/model/finding.ts'
import {makeBaseline} from '../../src/pipeline/baseline.ts'
import {renderBaseline} from '../../src/report/baseline.ts'
import type {Looked} from '../../src/select/baseline/looked.ts'
import {parseBaseline} from '../../src/select/baseline/parse.ts'
import {compareWith, standing} from '../../src/select/baseline/stand.ts'

function print(digit: string): string {
  return digit.repeat(16)
}

function accepted(digit: string, more: Partial<AcceptedFinding> = {}): AcceptedFinding {
  return {
    address: `aws_instance.${digit}`,
    code: 'drifted',
    type: 'aws_instance',
    severity: 'medium',
    fingerprint: print(digit),
    ...more,
  }
}

function finding(digit: string, severity: Severity = 'medium'): Finding {
  return {code: 'drifted', severity, fingerprint: print(digit), subject: {}} as Finding
}

function textOf(baseline: Baseline): {readonly name: string; readonly text: string} {
  return {name: 'trueup.baseline.json', text: [...renderBaseline(baseline)].join('')}
}

const looked: Looked = {
  inputs: {states: [{file: 'a.tfstate', resources: 1}], policies: [], live: {kind: 'aws'}},
  gaps: [],
  wasRead: () => true,
  isDeclared: () => false,
  takes: () => true,
  tagsAlone: false,
}

test('a baseline is a line a finding, and reads back as it was', () => {
  const baseline = {states: ['a.tfstate'], findings: [accepted('1', {reason: 'legacy "x"\u202e'}), accepted('2')]}
  const {name, text} = textOf(baseline)
  expect(text).toBe(`{
  "baselineVersion": "1.0",
  "states": ["a.tfstate"],
  "findings": [
    {"address":"aws_instance.1","code":"drifted","type":"aws_instance","severity":"medium","fingerprint":"1111111111111111","reason":"legacy \\"x\\"\\u202e"},
    {"address":"aws_instance.2","code":"drifted","type":"aws_instance","severity":"medium","fingerprint":"2222222222222222"}
  ]
}
`)
  expect(parseBaseline({name, text})).toMatchObject(baseline)
  expect(parseBaseline(textOf({states: [], findings: []})).findings).toEqual([])
})

describe('a file that is no baseline is refused:', () => {
  const good = textOf({states: [], findings: [accepted('1')]}).text

  test.each([
    ['cut off', good.slice(0, 60), 'it is not valid JSON'],
    ['a merge', good.replace('    {', '<<<<<<< HEAD\n    {'), 'marks of a merge'],
    ['a report', '{"schemaVersion": "1.0", "summary": {}, "findings": []}', 'is a report, not a baseline'],
    ['of a later version', good.replace('"1.0"', '"2.0"'), 'has version 2.0'],
    ['a severity that there is not', good.replace('medium', 'middling'), 'findings[0].severity is not as it should be'],
    ['a list', '[]', 'the whole is not as it should be'],
    ['null', 'null', 'the whole is not as it should be'],
  ])('%s', (_, text, message) => {
    expect(() => parseBaseline({name: 'b.json', text})).toThrow(
      expect.objectContaining({code: 'baseline-invalid', message: expect.stringContaining(message)}),
    )
  })
})

describe('a finding', () => {
  const today = '2026-05-01'

  test.each<[string, AcceptedFinding, Finding, string]>([
    ['that was accepted', accepted('1'), finding('1'), 'known'],
    ['that was not', accepted('1'), finding('2'), 'new'],
    ['that got worse', accepted('1'), finding('1', 'high'), 'new'],
    ['that got better', accepted('1'), finding('1', 'low'), 'known'],
    ['accepted to the end of today', accepted('1', {until: today}), finding('1'), 'known'],
    ['accepted until yesterday', accepted('1', {until: '2026-04-30'}), finding('1'), 'new'],
  ])('%s', (_, one, found, stands) => {
    expect(standing([found], {states: [], findings: [one]}, today)[0]?.standing).toBe(stands)
  })
})

describe('what is not found any more', () => {
  const denied = {reason: 'denied' as const, type: 'AWS::EC2::Instance', detail: '', hides: {count: 1, examples: []}}

  test.each<[string, Partial<AcceptedFinding>, Partial<Looked>, 'gone' | 'unseen']>([
    ['was looked for', {}, {}, 'gone'],
    ['is declared in a state that was not read', {}, {inputs: {...looked.inputs, states: []}}, 'unseen'],
    ['is declared still', {}, {inputs: {...looked.inputs, states: []}, isDeclared: () => true}, 'gone'],
    ['lies where nothing was read', {account: '1'}, {wasRead: () => false}, 'unseen'],
    ['may lie in a gap', {objectType: 'AWS::EC2::Instance'}, {gaps: [denied]}, 'unseen'],
    ['lies beside the gap', {objectType: 'AWS::EC2::VPC', type: 'aws_vpc'}, {gaps: [denied]}, 'gone'],
    ['was narrowed out', {}, {takes: () => false}, 'unseen'],
    ['is about tags, without a policy', {code: 'tag-missing'}, {}, 'unseen'],
    ['is about code that was not given', {code: 'unapplied'}, {}, 'unseen'],
    ['is drift, in a check of tags', {}, {tagsAlone: true}, 'unseen'],
    ['has a code of a later version', {code: 'tag-of-the-future'}, {}, 'unseen'],
  ])('and %s is %4$s', (_, more, run, fate) => {
    const baseline = {states: ['a.tfstate'], findings: [accepted('1', more)]}
    const compared = compareWith(baseline, [finding('2')], {...looked, ...run})
    expect({gone: compared.gone.length, unseen: compared.unseen.length}).toEqual({
      gone: fate === 'gone' ? 1 : 0,
      unseen: fate === 'unseen' ? 1 : 0,
    })
  })

  test('is not gone where it was found, and ignored', () => {
    expect(compareWith({states: [], findings: [accepted('1')]}, [finding('1')], looked)).toEqual({gone: [], unseen: []})
  })
})

describe('a new baseline', () => {
  const terms = {since: '2026-05-01', update: false}
  const earlier = textOf({
    states: ['b.tfstate'],
    findings: [accepted('1', {reason: 'old'}), accepted('2'), accepted('3')],
  })
  const reported = (digit: string, severity: Severity = 'medium') => ({
    fingerprint: print(digit),
    code: 'drifted',
    severity,
    address: `aws_instance.${digit}`,
    owner: 'instance_type',
  })
  const run = {
    inputs: {states: [{file: 'a.tfstate'}]},
    findings: [reported('1'), reported('4')],
    baseline: {goneFingerprints: [print('2')]},
  }

  test('accepts what is new, keeps reasons and what was not looked for, drops what is gone', () => {
    const {baseline, ...counts} = makeBaseline(run, earlier, {...terms, reason: 'now'})
    expect(counts).toEqual({added: 1, kept: 2, dropped: 1})
    expect(baseline.states).toEqual(['a.tfstate', 'b.tfstate'])
    expect(baseline.findings.map(({fingerprint, reason}) => [fingerprint[0], reason])).toEqual([
      ['1', 'old'],
      ['3', undefined],
      ['4', 'now'],
    ])
    expect(baseline.findings[2]).toMatchObject({property: 'instance_type', since: '2026-05-01'})
  })

  test('with --update accepts nothing', () => {
    const {baseline, ...counts} = makeBaseline(run, earlier, {...terms, update: true})
    expect(counts).toEqual({added: 0, kept: 2, dropped: 1})
    expect(baseline.findings.map(({fingerprint}) => fingerprint[0])).toEqual(['1', '3'])
  })

  test('accepts anew what got worse', () => {
    const worse = {...run, findings: [reported('1', 'critical')]}
    expect(makeBaseline(worse, earlier, terms).baseline.findings[0]).toMatchObject({
      severity: 'critical',
      since: '2026-05-01',
    })
  })

  test('cannot be updated where nobody knows what is gone', () => {
    const {baseline: _, ...alone} = run
    expect(() => makeBaseline(alone, earlier, {...terms, update: true})).toThrow(
      expect.objectContaining({code: 'baseline-not-compared'}),
    )
  })

  test('is the same whatever the order of findings', () => {
    const turned = {...run, findings: run.findings.toReversed()}
    expect(textOf(makeBaseline(turned, earlier, terms).baseline)).toEqual(
      textOf(makeBaseline(run, earlier, terms).baseline),
    )
  })
})
