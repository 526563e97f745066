import {describe, expect, test} from 'vitest'

import {check, lines, objectOf} from './tag-check.ts'

const reasons = (value: string, rule: string) =>
  check([objectOf({live: {tags: {Key: value}}})], `  - {key: Key, ${rule}}`).findings.map((finding) =>
    'reason' in finding ? finding.reason : finding.code,
  )

describe('rules', () => {
  test.each([
    ['prod', 'values: [prod]', []],
    ['Prod', 'values: [prod]', ['case']],
    ['Prod', 'values: [prod], value_case: any', []],
    ['nonprod', 'values: [prod]', ['not-allowed']],
    ['300X', 'values: ["300*"]', []],
    ['1300', 'values: ["300*"]', ['not-allowed']],
    ['Prod', 'value_case: lower', ['case']],
    ['Prod', 'value_case: upper', ['case']],
    ['PROD', 'value_case: upper', []],
    ['4100', 'pattern: "[0-9]{4}"', []],
    ['x4100', 'pattern: "[0-9]{4}"', ['pattern']],
    ['N/A ', 'forbidden: ["n/a"]', ['forbidden']],
    ['todo: ask Bob', 'forbidden: ["todo*"]', ['forbidden']],
    ['', 'presence: optional', ['empty']],
    ['', 'allow_empty: true, values: [a]', []],
    ['ab', 'length: {min: 3}', ['length']],
    ['🙂🙂🙂', 'length: {max: 3}', []],
    ['x', 'presence: forbidden', ['forbidden']],
  ])('%j against %s', (value, rule, expected) => {
    expect(reasons(value, rule)).toEqual(expected)
  })

  test('a pattern that would hang a backtracking engine does not', () => {
    expect(reasons(`${'a'.repeat(255)}!`, 'pattern: "(a|aa)+(a+)+b"')).toEqual(['pattern'])
  })

  test('keys compare exactly, and a variant is named', () => {
    const tags = {'cost-center': '4100'}
    const [finding] = check([objectOf({live: {tags}})], '  - {key: CostCenter}').findings
    expect(finding).toMatchObject({code: 'tag-missing', variant: 'cost-center'})
    expect(lines({live: {tags: {OWNER: 'platform'}}}, '  - {key: Owner, key_case: any}')).toEqual([])
  })

  test('keys by wildcard', () => {
    const tags = {'team:a': 'x', 'team:B': 'y', Name: 'z'}
    expect(lines({live: {tags}}, '  - {key: "team:*", key_pattern: "[a-z:]+"}')).toEqual([
      'tag-key-invalid(pattern) team:B live/none',
    ])
    expect(lines({live: {tags}}, '  - {key: "*", max_keys: 2}')).toEqual(['tag-key-invalid(count) * live/none'])
  })

  test('that ask the same twice are told once, at the worse severity', () => {
    const rules = '  - {key: Owner, severity: low}\n  - {id: b, key: Owner, severity: high, message: Now}'
    expect(check([objectOf({live: {tags: {}}})], rules).findings).toMatchObject([{severity: 'high', message: 'Now'}])
  })

  test('that nothing is in the scope of are named', () => {
    const rules = '  - {key: Owner}\n  - {key: Team, scope: {regions: [eu-west-1]}}'
    const {unusedRules} = check([objectOf({live: {tags: {}}})], rules).facts
    expect(unusedRules.map(({id, source}) => [id, source.line])).toEqual([['Team', 5]])
  })
})
