import {describe, expect, test} from 'vitest'

import type {EffectiveTag} from '../../../src/tags/organizations/tag-policy.ts'
import {checkTags} from '../../../src/tags/check.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'
import {catalog, lineOf, objectOf, type ObjectOptions} from '../tag-check.ts'

const any: EffectiveTag = {tag_key: 'CostCenter', tag_value: ['*']}

function findings(tag: Partial<EffectiveTag>, options: ObjectOptions) {
  const text = JSON.stringify({tags: {costcenter: {...any, ...tag}}})
  const policy = loadPolicies([{name: 'effective.json', text}])
  return checkTags([objectOf(options)], policy, {catalog, today: '2026-09-01'}).findings
}

const live = (tags: Readonly<Record<string, string>>): ObjectOptions => ({live: {tags}})

describe('compliance with a tag policy, of every type', () => {
  const values = {tag_value: ['4100', '43*']}
  test.each<[string, Partial<EffectiveTag>, Record<string, string>, readonly string[]]>([
    ['an allowed value', values, {CostCenter: '4100'}, []],
    ['a value of an allowed prefix', values, {CostCenter: '4312'}, []],
    ['another value', values, {CostCenter: '5000'}, ['tag-value-invalid(not-allowed) CostCenter live/none']],
    ['an empty value', values, {CostCenter: ''}, ['tag-value-invalid(empty) CostCenter live/none']],
    ['an empty value where any will do', {}, {CostCenter: ''}, []],
    ['an empty value that is listed', {tag_value: ['', 'a']}, {CostCenter: ''}, []],
    [
      'spaces where the empty value is listed',
      {tag_value: ['']},
      {CostCenter: ' '},
      ['tag-value-invalid(empty) CostCenter live/none'],
    ],
    [
      'a value in other case',
      {tag_value: ['Prod']},
      {CostCenter: 'prod'},
      ['tag-value-invalid(case) CostCenter live/none'],
    ],
    [
      'any value where none is allowed',
      {tag_value: []},
      {CostCenter: 'x'},
      ['tag-value-invalid(not-allowed) CostCenter live/none'],
    ],
    ['the key in other case', values, {costcenter: '4100'}, ['tag-key-invalid(case) costcenter live/none']],
    [
      'the key in both',
      values,
      {CostCenter: '1', COSTCENTER: '1'},
      ['tag-key-invalid(case) COSTCENTER live/none', 'tag-value-invalid(not-allowed) CostCenter live/none'],
    ],
    ['a key that differs by more than case', values, {'cost-center': 'x'}, []],
    ['no such key', values, {Owner: 'x'}, []],
    ['no tags', values, {}, []],
  ])('%s', (_, tag, tags, expected) => {
    expect(findings(tag, live(tags)).map(lineOf)).toEqual(expected)
  })
})

describe('enforcement', () => {
  const tag = {tag_value: ['4100'], enforced_for: ['ec2:ALL_SUPPORTED']}

  test('makes violations worse where AWS would refuse them', () => {
    expect(findings(tag, live({CostCenter: 'x'}))).toMatchObject([
      {severity: 'high', rule: 'effective.json: CostCenter (enforced)'},
    ])
    const bucket = {type: 'aws_s3_bucket', live: {tags: {CostCenter: 'x'}}}
    expect(findings(tag, bucket)).toMatchObject([{severity: 'medium', rule: 'effective.json: CostCenter'}])
  })

  test('never asks for a key', () => {
    expect(findings(tag, live({}))).toEqual([])
  })
})

describe('required keys', () => {
  const tag = {report_required_tag_for: ['ec2:instance']}

  test('are asked for on their types alone', () => {
    expect(findings(tag, live({costcenter: '1'})).map(lineOf)).toEqual([
      'tag-key-invalid(case) costcenter live/none',
      'tag-missing CostCenter live/none',
    ])
    expect(findings(tag, {type: 'aws_s3_bucket', live: {tags: {}}})).toEqual([])
  })

  test('may be empty', () => {
    expect(findings(tag, live({CostCenter: ''}))).toEqual([])
  })
})

test('levels merge before they are judged, and policies of our own stand beside them', () => {
  const root = JSON.stringify({tags: {Stage: {tag_value: {'@@assign': ['prod']}}}})
  const account = JSON.stringify({tags: {Stage: {tag_value: {'@@append': ['dev']}}}})
  const policy = loadPolicies([
    {name: 'ours.yaml', text: 'version: 1\nname: Ours\nrules: [{key: Owner}]'},
    {name: 'account.json', text: account, level: 1},
    {name: 'root.json', text: root, level: 0},
  ])
  expect(policy.names).toEqual(['root.json + account.json', 'Ours'])
  expect(policy.rules.map(({id, values, source}) => [id, values, source.file])).toEqual([
    ['root.json + account.json: stage', ['prod', 'dev'], 'root.json'],
    ['Owner', undefined, 'ours.yaml'],
  ])
})
