import {describe, expect, test} from 'vitest'

import {TrueupError} from '../../../src/errors.ts'
import {checkTags} from '../../../src/tags/check.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'
import {catalog, lineOf, objectOf, type ObjectOptions} from '../tag-check.ts'

function lines(rule: object, options: ObjectOptions): readonly string[] {
  const policy = loadPolicies([{name: 'rule.json', text: JSON.stringify(rule)}])
  return checkTags([objectOf(options)], policy, {catalog, today: '2026-09-01'}).findings.map(lineOf)
}

const live = (tags: Readonly<Record<string, string>>): ObjectOptions => ({live: {tags}})
const parameters = {tag1Key: 'CostCenter', tag1Value: '4100, 4200', tag2Key: 'Owner'}

describe('parameters of required-tags', () => {
  test.each<[string, ObjectOptions, readonly string[]]>([
    ['all right', live({CostCenter: '4200', Owner: 'ml'}), []],
    ['an empty value where any will do', live({CostCenter: '4200', Owner: ''}), []],
    ['a key missing', live({CostCenter: '4100'}), ['tag-missing Owner live/none']],
    ['another value', live({CostCenter: '43', Owner: 'x'}), ['tag-value-invalid(not-allowed) CostCenter live/none']],
    ['the key in other case', live({costcenter: '4100', Owner: 'x'}), ['tag-missing CostCenter live/none']],
    ['a type that the rule does not look at', {type: 'aws_route', live: {tags: {}}}, []],
  ])('%s', (_, options, expected) => {
    expect(lines(parameters, options)).toEqual(expected)
  })
})

describe('a rule as AWS gives it', () => {
  const rule = {
    ConfigRuleName: 'owners',
    Scope: {ComplianceResourceTypes: ['AWS::S3::Bucket']},
    Source: {Owner: 'AWS', SourceIdentifier: 'REQUIRED_TAGS'},
    InputParameters: '{"tag1Key":"Owner"}',
  }

  test('is about the types of its scope', () => {
    expect(lines(rule, live({}))).toEqual([])
    expect(lines(rule, {type: 'aws_s3_bucket', live: {tags: {}}})).toEqual(['tag-missing Owner live/none'])
  })

  test('or about what carries a tag', () => {
    const scoped = {...rule, Scope: {TagKey: 'Stage', TagValue: 'prod'}}
    expect(lines(scoped, live({Stage: 'dev'}))).toEqual([])
    expect(lines(scoped, live({Stage: 'prod'}))).toEqual(['tag-missing Owner live/none'])
  })

  test('in a list of rules that are about other things', () => {
    const list = {ConfigRules: [{ConfigRuleName: 'x', InputParameters: '{"maxAge":"90"}'}, {ConfigRuleName: 'y'}, rule]}
    expect(lines(list, {type: 'aws_s3_bucket', live: {tags: {}}})).toEqual(['tag-missing Owner live/none'])
  })

  test('of the newer kind', () => {
    const newer = {...rule, InputParameters: {requiredKeyTags: 'Owner,Stage'}}
    expect(lines(newer, {type: 'aws_s3_bucket', live: {tags: {Owner: ''}}})).toEqual(['tag-missing Stage live/none'])
  })
})

describe('a rule that cannot be used', () => {
  test.each([
    [{tag1Key: 'Owner', tag7Key: 'X'}, '1:20: tag7Key: unknown parameter "tag7Key" (did you mean "tag1Key"?)'],
    [{tag1Key: 'Owner', tag2Value: 'x'}, '1:20: tag2Value: has no tag2Key that the values are of'],
    [{tag1Key: ['Owner']}, '1:12: tag1Key: must be text, not a list'],
    [{InputParameters: '{tag1Key'}, 'must be a JSON object of parameters'],
    [
      {InputParameters: {tag1Key: 'a'}, Scope: {ComplianceResourceTypes: ['aws_instance']}},
      '"aws_instance" is no resource type of AWS Config',
    ],
    [{InputParameters: {tag1Key: 'a'}, Scope: {ComplianceResourceId: 'i-1'}}, 'one resource alone'],
  ])('%j', (rule, expected) => {
    expect(() => loadPolicies([{name: 'rule.json', text: JSON.stringify(rule)}])).toThrow(TrueupError)
    expect(() => loadPolicies([{name: 'rule.json', text: JSON.stringify(rule)}])).toThrow(expected)
  })
})
