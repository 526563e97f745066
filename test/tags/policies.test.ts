import {readdirSync, readFileSync} from 'node:fs'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'

import {checkTags} from '../../src/tags/check.ts'
import {loadPolicies} from '../../src/tags/policy/load.ts'
import {catalog, objectOf} from './tag-check.ts'

const folder = new URL('../../policies/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

function violations(policies: readonly string[], tags: Record<string, string>, InstanceType = 'm6g.large') {
  const policy = loadPolicies(policies.map((name) => ({name, text: textOf(name)})))
  const object = objectOf({live: {tags, properties: {InstanceType}}})
  const {findings} = checkTags([object], policy, {catalog, today: '2026-09-01'})
  return findings.map((finding) => {
    if (!('key' in finding)) return finding.code
    return [finding.severity, finding.code, finding.key, ...('reason' in finding ? [finding.reason] : [])].join(' ')
  })
}

describe('ready-made policies', () => {
  test.each(names)('%s fits the published schema', (name) => {
    const schema = JSON.parse(textOf('tag-policy.schema.json')) as object
    const validate = new Ajv2020({strict: false, validateFormats: false}).compile(schema)
    expect(validate(parse(textOf(name)))).toBe(true)
  })

  test('all of them go together', () => {
    expect(loadPolicies(names.map((name) => ({name, text: textOf(name)}))).rules.length).toBeGreaterThan(10)
  })

  test('FinOps baseline', () => {
    const good = {Owner: 'ml-platform', CostCenter: '4100', Environment: 'Prod', Application: 'chat'}
    expect(violations(['finops-baseline.yaml'], good)).toEqual([])
    expect(violations(['finops-baseline.yaml'], {...good, Owner: 'TBD', CostCenter: '', Environment: 'qa'})).toEqual([
      'medium tag-value-invalid CostCenter empty',
      'medium tag-value-invalid Owner forbidden',
      'low tag-value-invalid Environment not-allowed',
    ])
    expect(violations(['finops-baseline.yaml'], {})).toHaveLength(4)
  })

  test('accelerators, strict', () => {
    const strict = ['accelerators-strict.yaml']
    const good = {Owner: 'ml', CostCenter: '4100', Project: 'llm', Workload: 'training', ExpiresOn: '2026-12-31'}
    expect(violations(strict, {})).toEqual([])
    expect(violations(strict, good, 'p5.48xlarge')).toEqual([])
    expect(violations(strict, {...good, ExpiresOn: 'soon', Workload: 'Training'}, 'g6f.large')).toEqual([
      'medium tag-value-invalid ExpiresOn pattern',
      'medium tag-value-invalid Workload case',
    ])
    expect(violations(strict, {}, 'trn2.48xlarge')).toHaveLength(5)
    expect(violations(['finops-baseline.yaml', ...strict], {}, 'p5.48xlarge')).toContain('high tag-missing Owner')
  })

  test('AWS limits', () => {
    const limits = ['aws-limits.yaml']
    expect(violations(limits, {Name: '', 'équipe:β': 'a+b=c@d/e_f-g.h', 'aws:autoscaling:groupName': 'a{b}'})).toEqual(
      [],
    )
    expect(
      violations(limits, {Name: 'a;b', 'a|b': 'x', ['k'.repeat(129)]: 'x', Long: 'v'.repeat(257)}).toSorted(),
    ).toEqual(
      [
        'high tag-key-invalid a|b pattern',
        `high tag-key-invalid ${'k'.repeat(129)} length`,
        'high tag-value-invalid Long length',
        'high tag-value-invalid Name pattern',
      ].toSorted(),
    )
    expect(violations(limits, {'AWS:team': 'x'})).toEqual(['high tag-key-invalid AWS:team forbidden'])
    const many = Object.fromEntries(Array.from({length: 51}, (_, index) => [`key${index}`, 'x']))
    expect(violations(limits, many)).toEqual(['high tag-key-invalid * count'])
  })
})
